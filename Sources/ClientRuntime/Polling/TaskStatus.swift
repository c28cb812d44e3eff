/// How far a long-running task is.
public enum TaskStatus: Hashable, Sendable {
  /// It goes on; the progress is from 0 to 1 where the service tells it.
  case running(progress: Double? = nil)
  /// It is done and the result is there.
  case succeeded
  /// It is over without a result; the text is the service's reason.
  case failed(reason: String? = nil)
  /// Somebody ended it before there was a result.
  case cancelled
  /// A word that the client does not know, which is never taken for an end.
  case unknown(String)

  /// Whether nothing more will change.
  public var isFinal: Bool {
    switch self {
    case .running, .unknown: false
    case .succeeded, .failed, .cancelled: true
    }
  }
}

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

/// A service's wish how soon it is asked again.
public enum PollHint {
  /// Reads `OpenAI-Poll-After-Ms`, `Retry-After-Ms` and `Retry-After`, in this order.
  public static func delay(
    _ headers: HTTPHeaders, environment: RuntimeEnvironment = RuntimeEnvironment()
  ) -> Duration? {
    if let text = headers["openai-poll-after-ms"], let value = Double(text), value > 0,
      value < 1e12
    {
      return .milliseconds(Int64(value.rounded()))
    }
    return RetryAfter.delay(headers, now: environment.now())
  }
}
