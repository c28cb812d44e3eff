import Diagnostics

/// One finding that somebody has agreed to.
public struct Acceptance: Sendable, Hashable {
  /// Which finding.
  public var fingerprint: String
  /// The rule that found it.
  public var rule: String
  /// The name of the file that it stands in; `nil` for any.
  public var file: String?
  /// Where it stands.
  public var pointer: String
  /// Why it is fine.
  public var reason: String
  /// The last day on which it counts, `2027-01-31`; `nil` for ever.
  public var expires: String?
  /// Where the file says it; `nil` for a new one.
  public var place: SourceRange?

  /// Accepts a finding.
  public init(_ finding: Finding, reason: String, expires: String?) {
    fingerprint = finding.fingerprint
    rule = finding.rule.id
    file = finding.fileName
    pointer = finding.pointer
    self.reason = reason
    self.expires = expires
  }

  init(
    fingerprint: String, rule: String, file: String?, pointer: String, reason: String,
    expires: String?
  ) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.file = file
    self.pointer = pointer
    self.reason = reason
    self.expires = expires
  }

  /// Whether it is this finding that was agreed to: others of the same words may stand in other files.
  public func isMeant(_ finding: Finding) -> Bool {
    fingerprint == finding.fingerprint && (file == nil || file == finding.fileName)
  }

  /// Whether a text is a day as it is written here.
  public static func isDay(_ text: String) -> Bool {
    text.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil
  }
}
