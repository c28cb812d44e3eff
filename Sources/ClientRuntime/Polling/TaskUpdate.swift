/// What a service said about a task when it was asked.
public struct TaskUpdate<Answer: Sendable>: Sendable {
  /// How far the task is.
  public var status: TaskStatus
  /// The answer as it came, typed.
  public var answer: Answer
  /// How long the service asks to wait before it is asked again.
  public var hint: Duration?

  /// Describes an answer; `hint` is what `PollHint` finds in its headers.
  public init(_ status: TaskStatus, _ answer: Answer, hint: Duration? = nil) {
    self.status = status
    self.answer = answer
    self.hint = hint
  }

  /// How much of the work is done, from 0 to 1, where the service tells it.
  public var progress: Double? {
    switch status {
    case .running(let progress): progress
    case .succeeded: 1
    case .failed, .cancelled, .unknown: nil
    }
  }
}

extension TaskUpdate: Equatable where Answer: Equatable {}
