/// What a vendor said about a video when it was asked.
public struct VideoUpdate: Sendable, Hashable {
  /// The task.
  public var handle: VideoHandle
  /// How far it is.
  public var status: VideoStatus
  /// How much of the work is done, from 0 to 1, where the vendor tells it.
  public var progress: Double?
  /// Everything that the vendor said, the answer as it came included.
  public var state: TaskState

  /// Describes an answer.
  public init(handle: VideoHandle, state: TaskState) {
    self.handle = handle
    self.state = state
    status = state.status
    progress = state.progress
  }
}
