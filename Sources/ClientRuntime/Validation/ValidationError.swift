/// What is wrong with a value, found before anything was sent.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One broken limit.
  public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// Where: `image_list[3].url`.
    public var path: String
    /// What the limit is and what was found.
    public var rule: String

    /// Names a broken limit.
    public init(path: String, rule: String) {
      self.path = path
      self.rule = rule
    }

    /// The place and the rule.
    public var description: String { path.isEmpty ? rule : "\(path) \(rule)" }
  }

  /// All broken limits, in the order of the properties.
  public var violations: [Violation]

  /// Collects broken limits.
  public init(_ violations: [Violation]) { self.violations = violations }

  /// All broken limits in a sentence.
  public var description: String {
    violations.map(\.description).joined(separator: "; ")
  }
}
