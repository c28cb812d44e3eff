/// The moments of the polls of one task, by arithmetic alone.
struct PollSchedule: Sendable {
  private let policy: PollPolicy
  private var delay: Duration
  private var isLast = false

  init(_ policy: PollPolicy) {
    self.policy = policy
    delay = min(policy.initialDelay, policy.maximumDelay)
  }

  /// The wait before the next poll; `nil` when the time is up. `random` is from 0 up to 1.
  ///
  /// The last poll is made early enough for its answer: one shortest wait before the end.
  mutating func next(elapsed: Duration, hint: Duration?, random: Double) -> Duration? {
    if isLast { return nil }
    let wanted = wait(hint, random)
    guard let timeout = policy.timeout else { return wanted }
    let left = timeout - elapsed
    let shortest = min(policy.interval ?? policy.initialDelay, policy.maximumDelay)
    if left <= shortest { return nil }
    if left - wanted > shortest { return wanted }
    isLast = true
    return left - shortest
  }

  private mutating func wait(_ hint: Duration?, _ random: Double) -> Duration {
    if let interval = policy.interval { return interval }
    defer { delay = min(delay * policy.multiplier, policy.maximumDelay) }
    if let hint { return min(hint, policy.maximumHint) }
    return delay * (1 + policy.jitter * (2 * random - 1))
  }
}
