/// Something that looks at requests and answers on their way, or changes them, or answers itself.
///
/// A call goes through: deadline, `observe`, middleware around the call, repetition, credentials,
/// middleware around each attempt, transport. Of those at one place the first is the outermost.
public protocol Middleware: Sendable {
  /// Hands a request on.
  typealias Next =
    @Sendable (TransportRequest) async throws(APIError) -> TransportResponse

  /// Where it stands.
  var place: MiddlewarePlace { get }

  /// Lets a request pass by calling `next`, which may be called again or not at all.
  func intercept(
    _ request: TransportRequest, _ context: MiddlewareContext, next: Next
  ) async throws(APIError) -> TransportResponse
}

extension Middleware {
  /// Around each attempt.
  public var place: MiddlewarePlace { .attempt }
}

/// Where a middleware stands.
public enum MiddlewarePlace: Hashable, Sendable {
  /// Around the whole call: it sees the request without credentials, and the final answer.
  case call
  /// Around each attempt: it sees the request with credentials, and every answer.
  case attempt
}

/// What a middleware is told about a call.
public struct MiddlewareContext: Sendable {
  /// The call; it holds no secret.
  public var call: CallContext
  /// Whether the operation may be sent a second time.
  public var idempotency: Idempotency
  /// Which attempt, counted from 1.
  public var attempt: Int
  /// Time and chance.
  public var environment: RuntimeEnvironment
}

enum MiddlewareChain {
  /// Sends a request through all middleware of a place.
  static func send(
    _ request: TransportRequest, through chain: ArraySlice<any Middleware>,
    _ context: MiddlewareContext, last: @escaping Middleware.Next
  ) async throws(APIError) -> TransportResponse {
    guard let first = chain.first else { return try await last(request) }
    let rest = chain.dropFirst()
    return try await first.intercept(request, context) { request throws(APIError) in
      try await send(request, through: rest, context, last: last)
    }
  }
}
