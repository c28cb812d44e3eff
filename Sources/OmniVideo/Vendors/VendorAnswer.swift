import ClientRuntime
import Foundation

/// What a vendor answered to a request, whatever the status.
struct VendorAnswer: Sendable {
  var status: Int
  var headers: HTTPHeaders
  /// The body, when it is JSON.
  var raw: JSONValue?
  /// The beginning of the body, as evidence.
  var excerpt: String
  /// How long the vendor asks to wait.
  var retryAfter: Duration?
  var requestID: String?

  init(status: Int, headers: HTTPHeaders, body: Data) {
    self.status = status
    self.headers = headers
    raw = try? JSONValue(parsing: body)
    excerpt = String(decoding: body.prefix(300), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    retryAfter = PollHint.delay(headers)
    requestID = raw?["request_id"]?.scalarText ?? headers["x-request-id"]
  }

  init(_ failure: HTTPFailure) {
    self.init(status: failure.status, headers: failure.headers, body: failure.body)
    retryAfter = failure.retryAfter ?? retryAfter
    requestID = failure.requestID ?? requestID
  }

  /// The task that the answer describes.
  var state: TaskState? { raw.flatMap { AnswerReader($0).state } }

  /// The answer as a refusal.
  var refusal: VendorRefusal {
    let problem = raw.flatMap { AnswerReader($0).problem }
    return VendorRefusal(
      status: status, code: problem?.code,
      message: problem?.message ?? (raw == nil ? PageText(excerpt).line : nil),
      requestID: requestID, raw: raw)
  }
}

/// A vendor's refusal, in its own words.
public struct VendorRefusal: Sendable, Hashable, CustomStringConvertible {
  /// The HTTP status, which may be 200.
  public var status: Int
  /// The vendor's code.
  public var code: String?
  /// The vendor's words.
  public var message: String?
  /// What support will ask for.
  public var requestID: String?
  /// The answer, when it is JSON.
  public var raw: JSONValue?

  /// Status, code and words.
  public var description: String {
    var text = "the vendor answered \(status)"
    if let code { text += ", code \(code)" }
    if let message, !message.isEmpty { text += ": \(message)" }
    if let requestID { text += " [request \(requestID)]" }
    return text
  }
}
