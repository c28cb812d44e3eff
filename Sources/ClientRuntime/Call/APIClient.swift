import Synchronization

/// A generated client.
public protocol APIClient: Sendable {
  /// What the client's calls go through.
  var http: HTTPClient { get set }
}

extension APIClient {
  /// A copy of the client whose calls are made differently: `client.with { $0.timeout = nil }`.
  public func with(_ change: (inout ClientOptions) -> Void) -> Self {
    var copy = self
    change(&copy.http.options)
    return copy
  }

  /// Makes a call and gives its result with the answer's status and headers.
  ///
  /// The closure runs where the caller does, so that a call from the main actor needs no more care.
  public func withResponse<Value: Sendable, Failure: Error>(
    isolation actor: isolated (any Actor)? = #isolation,
    _ call: (Self) async throws(Failure) -> Value
  ) async throws(Failure) -> (value: Value, response: ResponseHead) {
    let recorder = HeadRecorder()
    let value = try await call(with { $0.recorder = recorder })
    return (value, recorder.head ?? ResponseHead(status: 0, headers: HTTPHeaders()))
  }
}

/// Keeps the last answer's status and headers.
final class HeadRecorder: Sendable {
  private let last = Mutex<ResponseHead?>(nil)

  var head: ResponseHead? { last.withLock { $0 } }

  func record(_ head: ResponseHead) { last.withLock { $0 = head } }
}
