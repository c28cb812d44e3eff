/// An operation whose work goes on after its call: how to ask for a task, and what failures mean.
public struct LongRunningOperation<Answer: Sendable>: Sendable {
  /// Asks once for a task.
  public typealias Poll = @Sendable (TaskHandle) async throws(APIError) -> TaskUpdate<Answer>
  /// Says whether a failed poll is no reason to give up, some time after the first one.
  public typealias Tolerance = @Sendable (APIError, _ elapsed: Duration) -> Bool

  /// The service and its operation: `kling.omni-video`.
  public let name: String
  /// The form of handle that the operation gives out and reads.
  public let version: Int
  let tolerates: Tolerance
  let poll: Poll

  /// Describes an operation.
  ///
  /// `poll` should call without repetitions (`client.with { $0.retry = .none }`): polling goes on
  /// after a failure anyway, at its own pace.
  public init(
    _ name: String, version: Int = 1,
    tolerates: @escaping Tolerance = { error, _ in error.mayPass },
    poll: @escaping Poll
  ) {
    self.name = name
    self.version = version
    self.tolerates = tolerates
    self.poll = poll
  }

  /// The task that a call just began.
  public func task(
    id: String, details: [String: String] = [:], policy: PollPolicy = PollPolicy(),
    environment: RuntimeEnvironment = RuntimeEnvironment()
  ) -> LongRunningTask<Answer> {
    let handle = TaskHandle(operation: name, version: version, id: id, details: details)
    return LongRunningTask(handle, self, policy, environment)
  }

  /// Picks up a task that was begun before, maybe by another process.
  public func resume(
    _ handle: TaskHandle, policy: PollPolicy = PollPolicy(),
    environment: RuntimeEnvironment = RuntimeEnvironment()
  ) throws(TaskHandleMismatch) -> LongRunningTask<Answer> {
    guard handle.operation == name, handle.version == version else {
      throw TaskHandleMismatch(handle: handle, operation: name, version: version)
    }
    return LongRunningTask(handle, self, policy, environment)
  }
}

extension APIError {
  /// Whether the same call may succeed a little later.
  public var mayPass: Bool {
    switch self {
    case .transport(_, let error), .unclear(_, let error), .timedOut(_, let error):
      RetryDecision.mayPass(error.kind)
    case .http(let failure): RetryPolicy().statuses.contains(failure.status)
    case .decoding, .encoding, .validation, .credential, .cancelled, .task: false
    }
  }

  /// How long the server asked to wait.
  var retryAfter: Duration? {
    if case .http(let failure) = self { failure.retryAfter } else { nil }
  }
}
