import ClientRuntime
import Foundation

/// A create that the sandbox accepted, and a vendor would have billed.
public struct LedgerEntry: Codable, Hashable, Sendable {
  /// Whose API took it.
  public var vendor: SandboxVendor
  /// Who pays: Kling's access key, or the end of the API key.
  public var account: String
  /// The path it was sent to, without the vendor's part.
  public var path: String
  /// The caller's own id, if one was sent.
  public var externalID: String?
  /// The task that was made.
  public var taskID: String
  /// When.
  public var time: Date
  /// What was asked for.
  public var body: JSONValue

  private enum CodingKeys: String, CodingKey {
    case vendor, account, path, time, body
    case externalID = "external_task_id"
    case taskID = "task_id"
  }
}
