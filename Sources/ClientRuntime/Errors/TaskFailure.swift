/// Why there is no result of a task that was begun.
public struct TaskFailure: Sendable {
  /// The ways in which a task can end without a result.
  public enum Kind: Hashable, Sendable {
    /// The service could not do it; the text is its reason.
    case failed(reason: String?)
    /// Somebody ended it.
    case cancelled
    /// It went on for longer than the caller waits; it may still succeed.
    case timedOut(TaskStatus?, after: Duration)
  }

  /// What happened.
  public var kind: Kind
  /// The task, which can be asked for again when only the time was up.
  public var handle: TaskHandle
  private let answer: (any Sendable)?

  init(_ kind: Kind, _ handle: TaskHandle, answer: (any Sendable)?) {
    self.kind = kind
    self.handle = handle
    self.answer = answer
  }

  /// The service's last answer about the task, as the operation's type.
  public func answer<Answer>(as type: Answer.Type = Answer.self) -> Answer? { answer as? Answer }
}

extension TaskFailure: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Which task, what happened, and what to do.
  public var description: String {
    let task = "\(handle.operation) task \(handle.id)"
    switch kind {
    case .failed(let reason?): return "\(task) failed: \(reason)"
    case .failed(nil): return "\(task) failed, and the service gives no reason"
    case .cancelled: return "\(task) was cancelled before there was a result"
    case .timedOut(let status, let time):
      let last = status.map { ", last seen \(Self.word($0))" } ?? " and no answer came"
      return "\(task) is not over after \(time)\(last); it may still succeed, resume it later"
    }
  }

  /// The same as `description`, so that a dump holds no more.
  public var debugDescription: String { description }

  /// The same as `description`.
  public var customMirror: Mirror { Mirror(self, children: ["failure": description]) }

  private static func word(_ status: TaskStatus) -> String {
    switch status {
    case .running(let progress?): "running at \(Int((progress * 100).rounded())) %"
    case .running(nil): "running"
    case .unknown(let word): "as ‘\(word)’"
    case .succeeded: "succeeded"
    case .failed: "failed"
    case .cancelled: "cancelled"
    }
  }
}
