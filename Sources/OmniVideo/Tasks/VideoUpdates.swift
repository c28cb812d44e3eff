import ClientRuntime
import Foundation

/// What a vendor says about a video, question by question.
public struct VideoUpdates: AsyncSequence, Sendable {
  /// What the vendor said.
  public typealias Element = VideoUpdate
  /// Why the vendor is not asked any longer.
  public typealias Failure = VideoError

  let task: VideoTask

  /// Starts asking; each iterator asks for itself.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(task) }

  /// Asks when the next update is wanted.
  public struct AsyncIterator: AsyncIteratorProtocol, Sendable {
    private var poll: TaskPoll
    private var pace: PollPace
    private var begin: Duration?
    private var isOver = false

    private var task: VideoTask { poll.task }
    private var environment: RuntimeEnvironment { task.studio.options.environment }

    init(_ task: VideoTask) {
      poll = TaskPoll(task: task)
      pace = PollPace(task)
    }

    /// The next update; `nil` after the last.
    public mutating func next() async throws(VideoError) -> VideoUpdate? {
      while !isOver {
        do throws(VideoError) {
          try await wait()
          guard let update = try await poll.ask() else { continue }
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
    ) async throws(VideoError) -> VideoUpdate? {
      try await next()
    }

    private mutating func wait() async throws(VideoError) {
      let now = environment.uptime()
      let delay: Duration
      if let begin {
        let next = pace.next(elapsed: now - begin, failures: poll.failures, hint: poll.hint)
        guard let next else {
          throw .deadline(task.handle, last: poll.known, after: now - begin)
        }
        delay = next
      } else {
        begin = now
        delay = pace.first(age: environment.now().timeIntervalSince(task.handle.created))
      }
      do {
        try Task.checkCancellation()
        if delay > .zero { try await environment.sleep(delay) }
      } catch {
        throw .interrupted(task.handle)
      }
    }
  }
}
