import Foundation

/// What a new process needs to pick up a task that another one began.
///
/// It holds no credential, so that it may be written to a disk.
public struct TaskHandle: Codable, Hashable, Sendable {
  /// Which operation began the task: a service and its operation, `kling.omni-video`.
  public let operation: String
  /// Which form of handle the operation gave out.
  public let version: Int
  /// What the service calls the task.
  public let id: String
  /// What else the operation needs to ask for the task.
  public let details: [String: String]

  /// Names a task.
  public init(operation: String, version: Int = 1, id: String, details: [String: String] = [:]) {
    self.operation = operation
    self.version = version
    self.id = id
    self.details = details
  }
}

/// Why a handle cannot be picked up.
public struct TaskHandleMismatch: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the handle says.
  public var handle: TaskHandle
  /// The operation that was to pick it up.
  public var operation: String
  /// The form of handle that the operation reads.
  public var version: Int

  /// What does not fit, and what to do.
  public var description: String {
    if handle.operation != operation {
      return "the task ‘\(handle.id)’ belongs to ‘\(handle.operation)’, not to ‘\(operation)’; "
        + "resume it there"
    }
    return "the handle of the task ‘\(handle.id)’ has the form \(handle.version), "
      + "and ‘\(operation)’ reads the form \(version); resume it with the release that wrote it"
  }
}

extension TaskHandleMismatch: LocalizedError {
  /// The same as `description`, for those who print `localizedDescription`.
  public var errorDescription: String? { description }
}
