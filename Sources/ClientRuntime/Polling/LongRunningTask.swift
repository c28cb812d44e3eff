/// Work that a service does after the call that began it.
public struct LongRunningTask<Answer: Sendable>: Sendable {
  /// What a new process needs to pick the task up.
  public let handle: TaskHandle
  /// How soon, how often and how long the task is asked for.
  public var policy: PollPolicy
  let operation: LongRunningOperation<Answer>
  let environment: RuntimeEnvironment

  init(
    _ handle: TaskHandle, _ operation: LongRunningOperation<Answer>, _ policy: PollPolicy,
    _ environment: RuntimeEnvironment
  ) {
    self.handle = handle
    self.operation = operation
    self.policy = policy
    self.environment = environment
  }

  /// What the service says, from now until the task is over, the last word included.
  ///
  /// A poll is made when the next update is asked for, the first one at once. A task that failed
  /// is an update; that the time is up is an error.
  public func updates() -> TaskUpdates<Answer> { TaskUpdates(task: self) }

  /// Waits for the end and gives the answer of a task that succeeded.
  ///
  /// A task that failed or was cancelled is an error that carries the answer.
  public func value() async throws(APIError) -> Answer {
    var updates = updates().makeAsyncIterator()
    while let update = try await updates.next() {
      switch update.status {
      case .running, .unknown: continue
      case .succeeded: return update.answer
      case .failed(let reason):
        throw .task(TaskFailure(.failed(reason: reason), handle, answer: update.answer))
      case .cancelled: throw .task(TaskFailure(.cancelled, handle, answer: update.answer))
      }
    }
    throw .cancelled(handle.context)
  }
}

extension TaskHandle {
  /// The task as errors name it.
  var context: CallContext {
    CallContext(operation: operation, method: .get, url: "task \(id)")
  }
}
