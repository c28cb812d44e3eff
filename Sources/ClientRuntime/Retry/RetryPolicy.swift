/// How often and how soon a failed call is repeated.
public struct RetryPolicy: Hashable, Sendable {
  /// How many times a call is repeated at most.
  public var maximumRetries: Int
  /// The wait before the first repetition; it doubles from then on.
  public var initialDelay: Duration
  /// The longest wait.
  public var maximumDelay: Duration
  /// The part of a wait that chance may take away: 0.25 is up to a quarter.
  public var jitter: Double
  /// The longest wait that a server may ask for; above it the call fails at once.
  public var maximumRetryAfter: Duration
  /// The statuses that may pass by themselves.
  public var statuses: Set<Int>
  /// A header by which the service says `true` or `false` to a repetition, and has its way.
  public var verdictHeader: String?

  /// Makes a policy.
  public init(
    maximumRetries: Int = 2, initialDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(8), jitter: Double = 0.25,
    maximumRetryAfter: Duration = .seconds(120),
    statuses: Set<Int> = [408, 429, 500, 502, 503, 504], verdictHeader: String? = nil
  ) {
    self.verdictHeader = verdictHeader
    self.maximumRetries = maximumRetries
    self.initialDelay = initialDelay
    self.maximumDelay = maximumDelay
    self.jitter = jitter
    self.maximumRetryAfter = maximumRetryAfter
    self.statuses = statuses
  }

  /// Never repeats.
  public static let none = RetryPolicy(maximumRetries: 0)

  /// The waits before chance shortens them.
  public var delays: some Sequence<Duration> {
    sequence(state: initialDelay) { next -> Duration? in
      defer { next = min(next * 2, maximumDelay) }
      return min(next, maximumDelay)
    }.prefix(max(0, maximumRetries))
  }

  /// The wait before a repetition, counted from 0; `random` is from 0 up to 1.
  public func delay(beforeRetry retry: Int, random: Double) -> Duration {
    var delay = min(initialDelay, maximumDelay)
    for _ in 0..<min(max(0, retry), 64) { delay = min(delay * 2, maximumDelay) }
    return delay * (1 - jitter * random)
  }
}
