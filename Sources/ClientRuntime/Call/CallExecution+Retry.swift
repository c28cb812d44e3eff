import Synchronization

extension CallExecution {
  /// Waits when the failure may pass, and throws when it is final.
  mutating func settle(
    _ failure: Failure, _ request: TransportRequest
  ) async throws(APIError) {
    let decision = RetryDecision(
      policy: options.retry, idempotency: call.idempotency,
      isReplayable: request.body.isReplayable, retries: retries)
    let random = environment.random()
    switch failure {
    case .stale: return
    case .refused(let refusal):
      let verdict = verdict(refusal)
      let delay = decision.delay(
        afterStatus: refusal.status, retryAfter: refusal.retryAfter,
        verdict: verdict, random: random)
      guard try await wait(delay, afterTimeout: false) else { throw .http(refusal) }
      if verdict == nil, refusal.delivery == .unclear { hasLostAttempt = true }
    case .lost(let error):
      let delay = decision.delay(after: error, random: random)
      guard try await wait(delay, afterTimeout: error.kind == .timedOut) else {
        throw final(error)
      }
      if error.mayHaveArrived { hasLostAttempt = true }
    }
  }

  private func verdict(_ refusal: HTTPFailure) -> RetryVerdict? {
    if let verdict = options.classify?(refusal) { return verdict }
    let word = options.retry.verdictHeader.flatMap { refusal.headers[$0] }
    return word.flatMap { Bool($0.lowercased()) }.map { $0 ? .retry() : .final }
  }

  private func final(_ error: TransportError) -> APIError {
    if error.kind == .cancelled || Task.isCancelled {
      return APIError(TransportError(.cancelled, mayHaveArrived: error.mayHaveArrived), context)
    }
    if error.mayHaveArrived, call.idempotency == .none, RetryDecision.mayPass(error.kind) {
      return .unclear(context, error)
    }
    return APIError(error, context)
  }

  /// Waits before the next attempt; `false` when there is none.
  private mutating func wait(
    _ delay: Duration?, afterTimeout: Bool
  ) async throws(APIError) -> Bool {
    guard let delay, isWithinDeadline(delay), frame.budget.spend(afterTimeout: afterTimeout) else {
      return false
    }
    report(.waiting(delay))
    do {
      try await environment.sleep(delay)
    } catch {
      throw .cancelled(context)
    }
    retries += 1
    frame.retries.store(retries, ordering: .relaxed)
    return true
  }

  private func isWithinDeadline(_ delay: Duration) -> Bool {
    guard let deadline = options.deadline else { return true }
    return environment.uptime() - frame.begin + delay < deadline
  }
}
