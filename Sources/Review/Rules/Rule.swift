/// One kind of change: what it is about, and what was done to it.
public struct Rule: Sendable, Hashable {
  /// The kind of object that a change is found in.
  public enum Position: String, Sendable, CaseIterable {
    case document, server, path, operation, parameter, header, body, response, encoding
    case mediaType = "media-type"
    case schema
    case security
    case securityScheme = "security-scheme"
    case webhook, callback
    /// What only the generated Swift shows; the aspect says what was done.
    case swift
  }

  /// What was done.
  public enum Edit: String, Sendable, CaseIterable {
    case added, removed, changed, increased, decreased
  }

  /// The kind of object.
  public var position: Position
  /// The keyword or the part of it, in kebab case; empty for the object as a whole.
  public var aspect: String
  /// What was done.
  public var edit: Edit

  /// Names a rule.
  public init(_ position: Position, _ aspect: String, _ edit: Edit) {
    self.position = position
    self.aspect = aspect
    self.edit = edit
  }

  /// The aspect of what a file's name or gen.yaml changes alone.
  static let moduleRenamed = "module-renamed"

  /// The stable name: `schema-max-length-decreased`.
  public var id: String {
    if position == .swift { return "swift.\(aspect)" }
    return [position.rawValue, aspect, edit.rawValue].filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// The rule that finds the same change when old and new are exchanged.
  public var mirror: Rule {
    let edit: Edit =
      switch self.edit {
      case .added: .removed
      case .removed: .added
      case .changed: .changed
      case .increased: .decreased
      case .decreased: .increased
      }
    return Rule(position, aspect, edit)
  }
}
