import Foundation

/// A create of which nobody knows whether the vendor accepted it, and all that helps to find out.
public struct UnclearCreate: Sendable, Hashable, CustomStringConvertible {
  /// What was asked for, of whom and when, and by which ids it can be found.
  public var intent: CreateIntent
  /// What happened.
  public var cause: String
  /// Whether the vendor was asked for the external id, and did not know it.
  public var wasLookedUp: Bool

  /// Describes a create.
  public init(intent: CreateIntent, cause: String, wasLookedUp: Bool) {
    self.intent = intent
    self.cause = cause
    self.wasLookedUp = wasLookedUp
  }

  /// What happened, and what to do before paying a second time.
  public var description: String {
    let external = intent.externalID.map { ", external id \($0)" } ?? ""
    let found =
      wasLookedUp
      ? "\(intent.provider) did not know the external id; it may appear later, so resume again"
      : "look in the account's task list at \(intent.provider)"
    return """
      nobody knows whether \(intent.provider) at \(intent.baseURL) accepted the create \
      \(intent.id) of \(intent.created.formatted(.iso8601))\(external): \(cause); \
      \(found) before you create it anew, as both would be billed
      """
  }
}
