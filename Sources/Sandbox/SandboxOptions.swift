import Foundation

/// How a sandbox behaves.
public struct SandboxOptions: Sendable {
  /// What makes a task go on.
  public enum Pace: Sendable {
    /// Time, counted from the create and divided by `speed`.
    case time(queued: Duration, running: Duration)
    /// Being asked for: that many answers say queued, and so many then say running.
    case polls(queued: Int, running: Int)
  }

  /// What a ChainHub task looks like; sibling gateways answer in these three ways.
  public enum ChainHubShape: String, CaseIterable, Sendable {
    /// Kling's own envelope.
    case kling
    /// The gateway's record of the task around Kling's envelope.
    case record
    /// A flat task in an envelope.
    case flat
  }

  /// The port; 0 takes one that is free.
  public var port = 0
  /// What makes a task go on.
  public var pace = Pace.time(queued: .seconds(2), running: .seconds(8))
  /// How many times faster than the pace says.
  public var speed = 1.0
  /// A task whose prompt holds this word fails.
  public var failingWord = "fail"
  /// How many unfinished tasks an account may have; no limit when `nil`.
  public var slots: Int?
  /// Kling's accounts: the secret key by the access key. Without any, every key is taken.
  public var secrets: [String: String] = [:]
  /// Signs callbacks when given, in the form `whsec_…`.
  public var webhookSecret: String?
  /// What a ChainHub task looks like.
  public var chainHubShape = ChainHubShape.kling
  /// The clock.
  public var now: @Sendable () -> Date = { Date() }

  /// The usual behaviour.
  public init() {}
}
