import Foundation

/// One call of an operation, put together by generated code and sent by `HTTPClient`.
///
/// What cannot be encoded is kept and reported when the call is sent.
public struct Call: Sendable {
  /// The operation's name, for errors and logs.
  public let operation: String
  /// The method.
  public let method: HTTPMethod
  /// Which credentials the operation takes: any of the lists, all of a list; `nil` for the client's.
  public var security: [[SecurityUse]]?
  /// Whether the operation may be sent a second time.
  public var idempotency: Idempotency
  /// The media types that the caller can read; `nil` leaves it to the kind of result.
  public var accept: String?
  /// A server of the operation's own, in place of the client's.
  public var server: String?
  /// What the parts of a form break; reported when the call is sent.
  public var limits = Constraints()

  var parameters: [CallParameter] = []
  var path: String
  var pathValues: [String: String] = [:]
  var queryPairs: [String] = []
  var cookies: [String] = []
  var headers = HTTPHeaders()
  var content = CallContent.none
  var failures: [FailureShape] = []
  var problem: String?

  /// Begins a call; `path` may hold `{names}` that `path(_:_:)` fills.
  public init(_ operation: String, _ method: HTTPMethod, _ path: String) {
    self.operation = operation
    self.method = method
    self.path = path
    idempotency = method.isIdempotent ? .safe : .none
  }

  /// Names the type of the error body for some statuses; the first that fits counts.
  public mutating func failure<Value: Decodable & Sendable>(
    _ statuses: Range<Int>, as type: Value.Type
  ) {
    failures.append(FailureShape(statuses, type))
  }

  /// Names the type of the error body for one status.
  public mutating func failure<Value: Decodable & Sendable>(_ status: Int, as type: Value.Type) {
    failure(status..<status + 1, as: type)
  }

  mutating func attempt(_ what: String, _ body: (inout Call) throws -> Void) {
    do {
      try body(&self)
    } catch {
      if problem == nil { problem = "\(what): \(EncodingFailure.explain(error))" }
    }
  }

  mutating func refuse(_ reason: String) {
    if problem == nil { problem = reason }
  }
}

/// The type of an error body for some statuses.
struct FailureShape: Sendable {
  var statuses: Range<Int>
  var decode: @Sendable (Data) throws -> any Sendable

  init<Value: Decodable & Sendable>(_ statuses: Range<Int>, _ type: Value.Type) {
    self.statuses = statuses
    decode = { try JSONCoding.decode(type, from: $0) }
  }
}

/// What a call carries, before it is turned into bytes.
enum CallContent: Sendable {
  case none
  case json(any Encodable & Sendable, contentType: String)
  case form(any Encodable & Sendable, [String: FormField])
  case multipart([Part])
  case ready(RequestBody, contentType: String)
}

enum EncodingFailure {
  static func controlCharacter(in header: String) -> String {
    let name = String(String.UnicodeScalarView(header.unicodeScalars.filter { $0.value >= 32 }))
    return "the header ‘\(name)’ holds a line end or another character that cannot stand there"
  }

  static func explain(_ error: any Error) -> String {
    guard case .invalidValue(_, let context)? = error as? EncodingError else { return "\(error)" }
    let path = JSONPath.text(context.codingPath)
    return path.isEmpty ? context.debugDescription : "‘\(path)’: \(context.debugDescription)"
  }
}
