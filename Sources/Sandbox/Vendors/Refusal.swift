/// Why a vendor says no; each vendor has its own words for it.
struct Refusal: Error, Sendable {
  enum Reason: Sendable {
    case noKey, wrongKey, earlyKey, expiredKey, wrongSignature
    /// The body is no JSON, or not of the types that it must have.
    case unreadable
    case invalid
    case missingModel
    case unknownModel
    case unknownTask
    /// The route of the bytes has words of its own for that.
    case unknownContent
    case unknownRoute
    case notReady
    case tooManyTasks
    /// As the vendor's own table numbers it.
    case numbered(Int, status: Int?)
  }

  var reason: Reason
  var message: String

  init(_ reason: Reason, _ message: String) { (self.reason, self.message) = (reason, message) }
}
