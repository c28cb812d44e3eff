import YAML

/// What the one walk over a description found, so that no rule walks again.
struct Survey: Sendable {
  /// Every schema that is a mapping, inline or named.
  var schemas: [Node] = []
  /// The keywords of each schema, a bit each at its position in the grammar.
  var keywords: [UInt64] = []
  /// Every callback: path items by expression.
  var callbacks: [Node] = []
  /// Every server.
  var servers: [Node] = []
  /// Every security requirement.
  var securityRequirements: [Node] = []
  /// Every place where a reference stands, in the order met.
  var references: [FoundReference] = []
  /// Every mapping with a `$ref` where the specification knows none, in the order met.
  var misplaced: [(holder: Node, value: Node)] = []

  mutating func note(_ node: Node, _ kind: ObjectKind) {
    switch kind {
    case .schema:
      schemas.append(node)
      keywords.append(0)
    case .callback: callbacks.append(node)
    case .server: servers.append(node)
    case .securityRequirement: securityRequirements.append(node)
    default: break
    }
  }
}

/// A reference as it stands in the description.
struct FoundReference: Sendable {
  /// The mapping that holds `$ref`, or the scalar itself in a discriminator's mapping.
  var holder: Node
  /// The text of the reference.
  var value: Node
  /// What it has to lead to.
  var kind: ObjectKind
  /// Whether the holder says more that counts, so that chains of references stop here.
  var isMore: Bool
  /// Whether a bare schema name is legal, as in a discriminator's mapping.
  var mayBeName: Bool
  /// Whether it is a `$dynamicRef`, whose target may depend on where it is used from.
  var isDynamic = false
}
