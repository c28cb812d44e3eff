/// A request that a vendor has no words for, with the reason for each field.
public struct RefusedRequest: Error, Sendable, Hashable, CustomStringConvertible {
  /// The vendor that was asked.
  public var provider: ProviderID
  /// What cannot be sent, why, and what to do instead.
  public var findings: [Finding]

  /// Makes the error.
  public init(provider: ProviderID, findings: [Finding]) {
    self.provider = provider
    self.findings = findings
  }

  /// The reasons, a line each.
  public var description: String {
    "\(provider) cannot take this request:\n"
      + findings.map { "  \($0)" }.joined(separator: "\n")
  }
}
