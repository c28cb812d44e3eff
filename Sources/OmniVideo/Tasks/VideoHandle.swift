import Foundation

/// What a new process needs to pick a video up that another one began.
///
/// It holds no credential, so that it may be written to a disk.
public struct VideoHandle: Sendable, Hashable, Codable {
  /// The vendor that makes the video.
  public var provider: ProviderID
  /// The address of its API.
  public var baseURL: String
  /// The operation that created the task; it decides where the task can be asked for.
  public var route: Route
  /// The model that makes the video.
  public var model: String?
  /// What the vendor calls the task.
  public var taskID: String
  /// What the caller calls it, where the vendor knows that.
  public var externalID: String?
  /// When it was created, by this machine's clock.
  public var created: Date
  /// How many seconds of video were asked for.
  public var seconds: Double?
  /// Which intent of the journal it belongs to.
  public var intent: String?

  /// Names a task.
  public init(
    provider: ProviderID, baseURL: String, route: Route, model: String? = nil, taskID: String,
    externalID: String? = nil, created: Date, seconds: Double? = nil, intent: String? = nil
  ) {
    self.provider = provider
    self.baseURL = baseURL
    self.route = route
    self.model = model
    self.taskID = taskID
    self.externalID = externalID
    self.created = created
    self.seconds = seconds
    self.intent = intent
  }
}

extension VideoHandle: CustomStringConvertible {
  /// The task and where it is.
  public var description: String { "task \(taskID) of \(provider) at \(baseURL)" }
}
