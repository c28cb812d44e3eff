/// Why a credential cannot be had, in words that hold no secret; closures that give tokens may
/// throw it to have its reason shown.
public struct CredentialError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason.
  public var description: String

  /// States a reason, which must not hold a secret.
  public init(_ reason: String) { description = reason }
}
