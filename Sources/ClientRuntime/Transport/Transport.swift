import Foundation

/// Sends a request and gives the answer as soon as its headers are there.
///
/// A transport follows no redirects, keeps no cookies, and throws `TransportError`. It repeats nothing
/// but a repeatable request whose kept connection turned out to be dead.
public protocol Transport: Sendable {
  /// Sends a request; cancelling the task closes the connection.
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
}

/// A request as it goes out; printing it shows no secret.
public struct TransportRequest: Sendable {
  /// The method.
  public var method: HTTPMethod
  /// The full address.
  public var url: String
  /// The headers.
  public var headers: HTTPHeaders
  /// The body.
  public var body: RequestBody
  /// How long connecting may take.
  public var connectTimeout: Duration
  /// How long the connection may be silent.
  public var inactivityTimeout: Duration?
  /// How long the whole may take, the answer's body included.
  public var timeout: Duration?
  /// Whether the transport may send it a second time by itself, on a kept connection that died.
  public var isRepeatable: Bool
  /// How many bytes of the answer are wanted in one piece, when nothing is done before all of them
  /// are there: a transport need not wake its caller for the headers alone.
  var wholeLimit: Int?

  /// Describes a request; whether it is repeatable follows from the method.
  public init(
    _ method: HTTPMethod, _ url: String, headers: HTTPHeaders = HTTPHeaders(),
    body: RequestBody = .none, connectTimeout: Duration = .seconds(10),
    inactivityTimeout: Duration? = .seconds(60), timeout: Duration? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.connectTimeout = connectTimeout
    self.inactivityTimeout = inactivityTimeout
    self.timeout = timeout
    isRepeatable = method.isIdempotent
  }
}

extension TransportRequest {
  /// Refuses headers that would be sent as others, or not at all; middleware may have added them.
  func checkHeaders() throws(TransportError) {
    guard let name = headers.unsendable else { return }
    throw TransportError(
      .badHeader, mayHaveArrived: false, detail: EncodingFailure.controlCharacter(in: name))
  }
}

/// Status and headers of an answer.
public struct ResponseHead: Hashable, Sendable {
  /// The status code.
  public var status: Int
  /// The headers.
  public var headers: HTTPHeaders

  /// Describes an answer.
  public init(status: Int, headers: HTTPHeaders = HTTPHeaders()) {
    self.status = status
    self.headers = headers
  }
}

/// An answer whose body is still on its way.
public struct TransportResponse: Sendable {
  /// Status and headers.
  public var head: ResponseHead
  /// The body, to be read once.
  public var body: ResponseBody
  /// All of the body, when it was read already and nobody else will want it.
  var whole: Data?

  /// Describes an answer.
  public init(head: ResponseHead, body: ResponseBody) {
    self.head = head
    self.body = body
  }
}

extension TransportRequest: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The request without user and query, which may hold secrets, and with secret headers hidden.
  public var description: String {
    "\(method) \(String(url.prefix { $0 != "?" }).withoutUser)\n\(headers)"
  }

  /// The same as `description`.
  public var debugDescription: String { description }

  /// The same as `description`.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}
