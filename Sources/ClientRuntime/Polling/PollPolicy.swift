/// How soon, how often and how long a task is asked for.
public struct PollPolicy: Hashable, Sendable {
  /// The pace, when the caller wants one of their own; it wins over the service's wish.
  public var interval: Duration?
  /// The wait after the first answer, when nobody says anything.
  public var initialDelay: Duration
  /// By how much each wait is longer than the one before.
  public var multiplier: Double
  /// The longest wait.
  public var maximumDelay: Duration
  /// The part of a wait that chance may add or take away: 0.25 is up to a quarter.
  public var jitter: Double
  /// The longest wait that a service may ask for; a longer wish is cut to it.
  public var maximumHint: Duration
  /// How long to wait for the end of the task; `nil` waits for ever.
  public var timeout: Duration?
  /// How many polls in a row may fail; `nil` allows any number until the time is up.
  public var toleratedFailures: Int?

  /// Makes a policy.
  public init(
    interval: Duration? = nil, initialDelay: Duration = .seconds(2), multiplier: Double = 1.5,
    maximumDelay: Duration = .seconds(10), jitter: Double = 0.25,
    maximumHint: Duration = .seconds(120), timeout: Duration? = .seconds(900),
    toleratedFailures: Int? = nil
  ) {
    self.interval = interval
    self.initialDelay = initialDelay
    self.multiplier = multiplier
    self.maximumDelay = maximumDelay
    self.jitter = jitter
    self.maximumHint = maximumHint
    self.timeout = timeout
    self.toleratedFailures = toleratedFailures
  }

  /// The waits without chance and without the service's wishes; they never end.
  public var delays: some Sequence<Duration> {
    sequence(state: interval ?? initialDelay) { next -> Duration? in
      defer { next = interval ?? min(next * multiplier, maximumDelay) }
      return interval ?? min(next, maximumDelay)
    }
  }
}
