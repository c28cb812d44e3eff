import Foundation

/// Decides whether a failed attempt is repeated, and when.
struct RetryDecision {
  var policy: RetryPolicy
  var idempotency: Idempotency
  var isReplayable: Bool
  /// How often the call was repeated already.
  var retries: Int

  /// The wait before repeating after a status; `nil` when it is final.
  func delay(
    afterStatus status: Int, retryAfter: Duration?, verdict: Bool? = nil, random: Double
  ) -> Duration? {
    guard canRepeat, verdict ?? policy.statuses.contains(status) else { return nil }
    if idempotency == .none, verdict != true {
      // Only these say that the request was turned away before anything was done.
      guard status == 429 || status == 503 && retryAfter != nil else { return nil }
    }
    if let retryAfter {
      return retryAfter <= policy.maximumRetryAfter ? retryAfter : nil
    }
    return policy.delay(beforeRetry: retries, random: random)
  }

  /// The wait before repeating after a lost exchange; `nil` when it is final.
  func delay(after error: TransportError, random: Double) -> Duration? {
    guard canRepeat, Self.mayPass(error.kind) else { return nil }
    if error.mayHaveArrived, idempotency == .none { return nil }
    return policy.delay(beforeRetry: retries, random: random)
  }

  private var canRepeat: Bool { retries < policy.maximumRetries && isReplayable }

  /// Whether the next attempt may fare better.
  static func mayPass(_ kind: TransportError.Kind) -> Bool {
    switch kind {
    case .nameNotFound, .connectionFailed, .proxyFailed, .tlsFailed, .connectTimedOut, .timedOut,
      .connectionLost, .badResponse, .other:
      true
    case .badURL, .untrustedCertificate, .tooLarge, .bodyUnreadable, .fileUnwritable, .corrupt,
      .badRedirect,
      .cancelled:
      false
    }
  }
}
