/// What the rules found in a request before it was sent.
public struct CheckReport: Sendable, Hashable, Codable {
  /// What the vendor would reject.
  public var errors: [Finding]
  /// What the vendor ignores, or what its sources disagree about.
  public var warnings: [Finding]

  /// Makes a report.
  public init(errors: [Finding] = [], warnings: [Finding] = []) {
    self.errors = errors
    self.warnings = warnings
  }

  /// Whether nothing keeps the request from being sent.
  public var isAcceptable: Bool { errors.isEmpty }
}
