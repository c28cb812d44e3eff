import ClientRuntime
import Foundation

/// A video that is about to be created, written down before the request goes out.
///
/// It holds no credential, only a fingerprint of it.
public struct CreateIntent: Sendable, Hashable, Codable, Identifiable {
  /// What this process calls it.
  public var id: String
  /// A digest of what is asked for, without ids: the same for the same request.
  public var requestHash: String
  /// What the vendor can be asked for when its answer was lost.
  public var externalID: String?
  /// Whom it goes to.
  public var provider: ProviderID
  /// The address of the vendor's API.
  public var baseURL: String
  /// A fingerprint of the account's key.
  public var account: String
  /// The create operation that takes it.
  public var route: Route
  /// Which model is asked for.
  public var model: String?
  /// How many seconds of video are asked for.
  public var seconds: Double?
  /// The vendor's body; very long texts in it, such as pictures, are cut.
  public var body: JSONValue
  /// When it was written.
  public var created: Date
}

extension CreateIntent {
  /// The task that came of it.
  func handle(_ taskID: String) -> VideoHandle {
    VideoHandle(
      provider: provider, baseURL: baseURL, route: route, model: model, taskID: taskID,
      externalID: externalID, created: created, seconds: seconds, intent: id)
  }

  /// A body fit for a journal: texts of pictures and videos are replaced by their length.
  static func abridged(_ body: JSONValue) -> JSONValue {
    switch body {
    case .string(let text) where text.utf8.count > 4096:
      .string("\(text.prefix(64))… (\(text.utf8.count) bytes)")
    case .array(let values): .array(values.map(abridged))
    case .object(let members): .object(members.mapValues(abridged))
    default: body
    }
  }
}
