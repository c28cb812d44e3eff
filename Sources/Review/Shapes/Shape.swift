import YAML

/// A schema in normal form: everything that holds for a value at once, however it was written.
///
/// References are followed, `allOf` is laid open, `const` is a list of one value, null is kept
/// apart from the types. Every part still knows where it was written.
struct Shape: Sendable {
  /// A property with all that holds for it.
  struct Property: Sendable {
    var key: Node
    var schemas: [Node]
  }

  /// One of these holds; null is not among them.
  struct Union: Sendable {
    var fact: Fact
    /// Whether the names of the members travel, as values of a discriminator that maps none of them.
    var isNamed: Bool
    var members: [[Node]]
  }

  /// One of the values that there are.
  struct Value: Sendable {
    var text: String
    var type: String?
    /// Where it stands.
    var node: Node
    /// The alternative that is this value alone, with words about it.
    var member: Node?

    /// A value other than null.
    init?(_ value: Node, at node: Node, in member: Node? = nil) {
      guard !value.isNull else { return nil }
      self.member = member
      text = value.canonical
      type = ShapeBuilder.type(of: value)
      self.node = node
    }
  }

  /// The mappings that together say what a value is.
  var parts: [Node] = []
  /// Those of them that stand here, not where a reference leads.
  var own: [Node] = []
  /// Whether nothing is accepted.
  var isNever = false
  /// The types besides null; `nil` when any will do.
  var types: Set<String>?
  var typeFact: Fact?
  /// Whether null is accepted when there are types or values.
  var isNullable = false
  var nullFact: Fact?
  /// The values that there are, besides null; `nil` when there is no list.
  var values: [Value]?
  var valuesFact: Fact?
  var unions: [Union] = []
  /// The choices that are only lists of types or of values, and stand there as such.
  var lists: [Union] = []
  var propertyNames: [String] = []
  var properties: [String: Property] = [:]
  /// The names that must be there, with where that was written.
  var required: [String: Node] = [:]

  /// All places that say something with a keyword.
  func facts(_ keyword: String) -> [Fact] { parts.compactMap { $0.fact(keyword) } }

  /// The first place that says something with a keyword.
  func fact(_ keyword: String) -> Fact? {
    for part in parts { if let fact = part.fact(keyword) { return fact } }
    return nil
  }

  /// Whether nothing says what may be here, so that null may, too.
  var isOpen: Bool { types == nil && values == nil && unions.isEmpty }

  func flag(_ keyword: String) -> Bool { facts(keyword).contains { $0.value.bool == true } }

  /// Whether a value of this type may be here.
  func allows(_ type: String) -> Bool {
    guard !isNever else { return false }
    guard let types else { return true }
    return types.contains(type) || (type == "integer" && types.contains("number"))
  }
}
