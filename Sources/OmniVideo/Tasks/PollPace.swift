import Foundation

/// When a task is asked for next, by arithmetic alone.
struct PollPace: Sendable {
  /// How often it is worth asking.
  var interval: Duration
  /// How long after its creation a task is first asked for.
  var firstPoll: Duration
  /// How long to wait for the end.
  var deadline: Duration
  private let isFixed: Bool
  private var isLast = false

  init(interval: Duration, firstPoll: Duration, deadline: Duration, isFixed: Bool = false) {
    self.interval = interval
    self.isFixed = isFixed
    self.firstPoll = firstPoll
    self.deadline = deadline
  }

  init(_ task: VideoTask) {
    let options = task.studio.options
    self.init(
      interval: options.pollInterval ?? task.studio.api.traits.pace, firstPoll: options.firstPoll,
      deadline: options.deadline ?? Self.deadline(seconds: task.handle.seconds),
      isFixed: options.pollInterval != nil)
  }

  /// Fifteen minutes, or a minute for each second of the video.
  static func deadline(seconds: Double?) -> Duration {
    max(.seconds(900), .seconds(60 * (seconds ?? 0)))
  }

  /// The wait before the first question; no vendor knows a task at once.
  func first(age: TimeInterval) -> Duration {
    max(.zero, firstPoll - .seconds(max(0, min(age, 3600))))
  }

  /// The wait after failures in a row: 2, 4, 8 seconds.
  static func backoff(_ failures: Int) -> Duration { .seconds(1 << min(max(failures, 1), 3)) }

  /// The wait before the next question; `nil` when the time is up. One last question is asked at the
  /// very end.
  mutating func next(elapsed: Duration, failures: Int, hint: Duration?) -> Duration? {
    let left = deadline - elapsed
    if isLast || left <= .zero { return nil }
    let wanted = wait(failures, hint)
    if wanted < left { return wanted }
    isLast = true
    return left
  }

  /// The vendor's wish counts more than its usual pace; the caller's word counts most.
  private func wait(_ failures: Int, _ hint: Duration?) -> Duration {
    if let hint, !isFixed { return min(max(hint, .milliseconds(100)), .seconds(120)) }
    return failures > 0 ? min(Self.backoff(failures), interval) : interval
  }
}
