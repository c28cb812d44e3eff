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
    afterStatus status: Int, retryAfter: Duration?, verdict: RetryVerdict? = nil, random: Double
  ) -> Duration? {
    switch verdict {
    case .final?: return nil
    case .retry(let pace)?: return delay(at: pace, retryAfter, random)
    case nil:
      guard policy.statuses.contains(status) else { return nil }
      // Of a create, only these say that it was turned away before anything was done.
      let wasTurnedAway = status == 429 || status == 503 && retryAfter != nil
      guard wasTurnedAway || idempotency != .none else { return nil }
      return delay(at: nil, retryAfter, random)
    }
  }

  /// The wait at the pace of a policy of the service's, or else at the call's.
  private func delay(
    at pace: RetryPolicy?, _ retryAfter: Duration?, _ random: Double
  ) -> Duration? {
    let rule = pace ?? policy
    guard policy.maximumRetries > 0, retries < rule.maximumRetries, isReplayable else { return nil }
    if let retryAfter, retryAfter > rule.maximumRetryAfter { return nil }
    if let retryAfter, pace == nil { return retryAfter }
    return max(retryAfter ?? .zero, rule.delay(beforeRetry: retries, random: random))
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
    case .badURL, .badHeader, .untrustedCertificate, .tooLarge, .bodyUnreadable, .fileUnwritable,
      .corrupt, .badRedirect, .cancelled:
      false
    }
  }
}
