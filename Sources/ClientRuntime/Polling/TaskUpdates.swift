/// What a service says about a task, poll by poll.
public struct TaskUpdates<Answer: Sendable>: AsyncSequence, Sendable {
  /// What the service said.
  public typealias Element = TaskUpdate<Answer>
  /// Why the service cannot be asked any longer.
  public typealias Failure = APIError

  let task: LongRunningTask<Answer>

  /// Starts asking; each iterator asks for itself.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(task) }

  /// Asks when the next update is wanted.
  public struct AsyncIterator: AsyncIteratorProtocol, Sendable {
    private let task: LongRunningTask<Answer>
    private var schedule: PollSchedule
    private var begin: Duration?
    private var last: TaskUpdate<Answer>?
    private var hint: Duration?
    private var failures = 0
    private var isOver = false

    init(_ task: LongRunningTask<Answer>) {
      self.task = task
      schedule = PollSchedule(task.policy)
    }

    /// The next update; `nil` after the last.
    public mutating func next() async throws(APIError) -> TaskUpdate<Answer>? {
      while !isOver {
        do throws(APIError) {
          guard let update = try await poll() else { continue }
          isOver = update.status.isFinal
          return update
        } catch {
          isOver = true
          throw error
        }
      }
      return nil
    }

    /// The next update.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(APIError) -> TaskUpdate<Answer>? {
      try await next()
    }

    /// Waits and asks once; `nil` when that failed in a way that may pass.
    private mutating func poll() async throws(APIError) -> TaskUpdate<Answer>? {
      let now = task.environment.uptime()
      if let begin {
        try await wait(elapsed: now - begin)
      } else {
        begin = now
      }
      if Task.isCancelled { throw .cancelled(task.handle.context) }
      do throws(APIError) {
        let update = try await deadline.bound { [task] () throws(APIError) in
          try await task.operation.poll(task.handle)
        }
        failures = 0
        hint = update.hint
        last = update
        return update
      } catch {
        try tolerate(error)
        return nil
      }
    }

    /// A poll that hangs is ended when the time for the task is up.
    private var deadline: Deadline {
      let elapsed = task.environment.uptime() - (begin ?? .zero)
      return Deadline(
        limit: task.policy.timeout.map { Swift.max(.zero, $0 - elapsed) },
        context: task.handle.context,
        watch: task.environment.watch)
    }

    private mutating func tolerate(_ error: APIError) throws(APIError) {
      if Task.isCancelled { throw .cancelled(task.handle.context) }
      let elapsed = task.environment.uptime() - (begin ?? .zero)
      failures += 1
      guard task.operation.tolerates(error, elapsed),
        failures <= task.policy.toleratedFailures ?? .max
      else { throw error }
      hint = error.retryAfter
    }

    private mutating func wait(elapsed: Duration) async throws(APIError) {
      let random = task.environment.random()
      guard let delay = schedule.next(elapsed: elapsed, hint: hint, random: random) else {
        throw .task(
          TaskFailure(.timedOut(last?.status, after: elapsed), task.handle, answer: last?.answer))
      }
      do {
        try await task.environment.sleep(delay)
      } catch {
        throw .cancelled(task.handle.context)
      }
    }
  }
}
