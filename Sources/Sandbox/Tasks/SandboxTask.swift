import ClientRuntime
import Foundation

/// A task as the sandbox keeps it.
struct SandboxTask: Sendable {
  var entry: LedgerEntry
  /// The whole key, which the ledger does not show.
  var key: String
  var number: Int
  var order: VideoOrder
  var isFailing: Bool
  /// How often it was asked for.
  var polls = 0
  /// The state that was last told to the callback.
  var told = Stage.queued
}

/// What of a request shows in the result.
struct VideoOrder: Hashable, Sendable {
  var model: String
  var prompt: String
  var seconds: Int
  var aspectRatio: String?
  var callbackURL: String?
  /// How many videos there are to be.
  var count = 1
}

/// How far a task has come, whatever a vendor calls it.
enum Stage: Int, Sendable, Comparable {
  case queued, running, succeeded, failed

  var hasEnded: Bool { self >= .succeeded }

  static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
}

/// How far a task has come at a moment.
struct Progress: Sendable {
  var stage: Stage
  /// From 0 to 1.
  var fraction: Double
  /// When the stage began.
  var since: Date
}

extension SandboxTask {
  /// How far the task has come, which follows from its age or from how often it was asked for.
  func progress(_ options: SandboxOptions) -> Progress {
    let (first, second, now): (Double, Double, Double)
    let age = options.now().timeIntervalSince(entry.time)
    switch options.pace {
    case .time(let queued, let running):
      (first, second, now) = (queued / .seconds(1), running / .seconds(1), age * options.speed)
    case .polls(let queued, let running):
      (first, second, now) = (Double(queued), Double(running), Double(polls) - 0.5)
    }
    let end: Stage = isFailing ? .failed : .succeeded
    if now < first { return Progress(stage: .queued, fraction: 0, since: entry.time) }
    let isByTime = if case .time = options.pace { true } else { false }
    let begin = isByTime ? entry.time + first / options.speed : entry.time
    if now < first + second {
      return Progress(stage: .running, fraction: (now - first) / second, since: begin)
    }
    let since = isByTime ? begin + second / options.speed : entry.time
    return Progress(stage: end, fraction: 1, since: since)
  }
}
