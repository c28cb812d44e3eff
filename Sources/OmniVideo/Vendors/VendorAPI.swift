import ClientRuntime
import Foundation

/// Sends a create once.
typealias Sending = @Sendable () async throws(APIError) -> VendorAnswer

/// A body that the vendor's operation has no type for.
struct UnfitBody: Error {
  var path: String
  var reason: String
}

/// One vendor's operations on top of its generated client.
protocol VendorAPI: Sendable {
  /// How the vendor's tasks behave.
  var traits: VendorTraits { get }
  /// What the calls go through.
  var http: HTTPClient { get }
  /// Makes a body ready, so that nothing but sending it is left.
  func creating(_ body: VendorBody) throws(UnfitBody) -> Sending
  /// Asks once for a task, by the vendor's id or the caller's where the vendor knows it.
  func query(_ id: String) async throws(APIError) -> VendorAnswer
  /// Asks for a page of tasks; `nil` when the vendor has no list.
  func list(page: Int, size: Int) async throws(APIError) -> VendorAnswer?
}

extension VendorAPI {
  /// No list.
  func list(page: Int, size: Int) async throws(APIError) -> VendorAnswer? { nil }
}

extension VendorBody {
  /// The body as the generated type, and its exact bytes when the type has no room for all of it.
  func typed<Body: Codable>(
    _ type: Body.Type
  ) throws(UnfitBody) -> (body: Body, exact: Data?) {
    do {
      let data = try TextCoding.data(body)
      let typed = try TextCoding.value(type, from: data)
      let again = try JSONValue(parsing: TextCoding.data(typed))
      return (typed, again == body ? nil : data)
    } catch {
      let context =
        switch error as? DecodingError {
        case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?,
          .keyNotFound(_, let context)?, .dataCorrupted(let context)?:
          context
        default: DecodingError.Context(codingPath: [], debugDescription: "\(error)")
        }
      throw UnfitBody(
        path: context.codingPath.map(\.stringValue).joined(separator: "."),
        reason: context.debugDescription)
    }
  }
}
