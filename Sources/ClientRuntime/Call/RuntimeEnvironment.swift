import Foundation

/// Time and chance, so that tests need neither wait nor guess.
public struct RuntimeEnvironment: Sendable {
  /// The date, for tokens and `Retry-After`.
  public var now: @Sendable () -> Date
  /// A clock that only moves forward, for deadlines.
  public var uptime: @Sendable () -> Duration
  /// Waits, and ends at once when the task is cancelled.
  public var sleep: @Sendable (Duration) async throws -> Void
  /// Waits for a deadline beside the work that it bounds, and ends at once when it is cancelled.
  public var watch: @Sendable (Duration) async throws -> Void
  /// A number from 0 up to 1.
  public var random: @Sendable () -> Double

  /// Replaces what is given; the rest is the system's.
  public init(
    now: @escaping @Sendable () -> Date = { Date() },
    uptime: @escaping @Sendable () -> Duration = { RuntimeEnvironment.systemUptime() },
    sleep: @escaping @Sendable (Duration) async throws -> Void = {
      try await Timetable.shared.wait($0)
    },
    watch: @escaping @Sendable (Duration) async throws -> Void = {
      try await Timetable.shared.wait($0)
    },
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.now = now
    self.uptime = uptime
    self.sleep = sleep
    self.watch = watch
    self.random = random
  }

  private static let start = ContinuousClock.now

  /// The time since the process first asked.
  public static func systemUptime() -> Duration { start.duration(to: .now) }

  /// An identifier that chance makes unique.
  func identifier() -> String {
    (0..<4).map { _ in
      let digits = String(UInt32(random() * 4_294_967_295), radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}
