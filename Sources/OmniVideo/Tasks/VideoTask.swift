import ClientRuntime
import Foundation

/// A video in the making; keep the handle to find it again from another process.
public struct VideoTask: Sendable, Identifiable {
  /// What a new process needs to pick the task up.
  public let handle: VideoHandle
  /// What the vendor said when it was created, or found again.
  public let first: TaskState?
  let studio: VideoStudio
  let lease: SlotLease?

  init(handle: VideoHandle, studio: VideoStudio, lease: SlotLease?, first: TaskState? = nil) {
    self.handle = handle
    self.studio = studio
    self.lease = lease
    self.first = first
  }

  /// What the vendor calls the task.
  public var id: String { handle.taskID }

  /// What the vendor says, at the vendor's pace, until the task is over, the last word included.
  ///
  /// A task that failed is an update; that the time is up is an error, after which it can be
  /// asked for again.
  public func updates() -> VideoUpdates { VideoUpdates(task: self) }

  /// Asks once.
  public func status() async throws(VideoError) -> VideoUpdate {
    var poll = TaskPoll(task: self)
    while true {
      if let update = try await poll.ask() { return update }
      guard poll.failures < 3 else { throw poll.lastProblem }
      do {
        try await studio.options.environment.sleep(PollPace.backoff(poll.failures))
      } catch {
        throw .interrupted(handle)
      }
    }
  }

  /// Waits for the end and gives the first video; throws with the vendor's reason when it failed.
  public func video() async throws(VideoError) -> Video {
    let videos = try await videos()
    return videos[0]
  }

  /// Waits for the end and gives all videos, at least one.
  public func videos() async throws(VideoError) -> [Video] {
    var updates = updates().makeAsyncIterator()
    while let update = try await updates.next() {
      if update.status.isFinal { return try videos(of: update.state) }
    }
    throw .interrupted(handle)
  }

  /// The videos of a task that is over, or why there are none.
  public func videos(of state: TaskState) throws(VideoError) -> [Video] {
    switch state.status {
    case .succeeded:
      let videos = Video.all(state, handle, studio.api.traits, now: studio.now)
      if videos.isEmpty { throw .noVideo(handle, state) }
      return videos
    case .failed: throw .failed(handle, state)
    case .cancelled: throw .cancelled(handle, state)
    case .expired: throw .expired(handle, state)
    case .queued, .running, .unrecognized: return []
    }
  }
}
