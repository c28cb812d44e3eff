import Foundation

/// An answer that is not what the description promises.
public struct DecodingFailure: Sendable, CustomStringConvertible {
  /// The call that was answered.
  public var context: CallContext
  /// The status code.
  public var status: Int
  /// Where in the answer: `data.items[0].id`; empty for the whole.
  public var path: String
  /// What is wrong there.
  public var reason: String
  /// The answer as it came.
  public var body: Data

  /// Which part of which answer is wrong, and in what way.
  public var description: String {
    let place = path.isEmpty ? "the answer" : "‘\(path)’ in the answer"
    return "\(context): \(place) (\(status)) is not as described: \(reason); "
      + "the service may have changed, or its description is wrong"
  }

  init(
    _ error: any Error, _ context: CallContext, status: Int, body: Data,
    _ redaction: Redaction
  ) {
    self.context = context
    self.status = status
    self.body = redaction.clean(body)
    let (path, reason) = Self.explain(error)
    self.path = redaction.clean(path)
    self.reason = redaction.clean(reason)
  }

  static func explain(_ error: any Error) -> (path: String, reason: String) {
    guard let error = error as? DecodingError else { return ("", "\(error)") }
    switch error {
    case .keyNotFound(let key, let context):
      return (JSONPath.text(context.codingPath), "the key ‘\(key.stringValue)’ is missing")
    case .valueNotFound(_, let context):
      return (JSONPath.text(context.codingPath), "null stands where a value is wanted")
    case .typeMismatch(let type, let context):
      return (JSONPath.text(context.codingPath), "the value is not a \(Self.name(type))")
    case .dataCorrupted(let context):
      return (JSONPath.text(context.codingPath), context.debugDescription)
    @unknown default: return ("", "\(error)")
    }
  }

  private static func name(_ type: Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Bool.Type: "truth value"
    case is any BinaryInteger.Type: "whole number"
    case is any BinaryFloatingPoint.Type: "number"
    case is [Any].Type: "list"
    case is [String: Any].Type: "object"
    default: "\(type)"
    }
  }
}
