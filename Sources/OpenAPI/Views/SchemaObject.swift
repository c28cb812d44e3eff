import YAML

/// A schema of any version: keywords that a version lacks read as absent.
public struct SchemaObject: ObjectView {
  /// The mapping, or the boolean of a boolean schema.
  public let node: Node

  /// Looks at a node as a schema.
  public init(_ node: Node) { self.node = node }

  /// `true` accepts everything, `false` nothing; `nil` for a schema that is a mapping.
  public var booleanSchema: Bool? { node.kind == .scalar ? node.bool : nil }

  /// The names under `type`, one or several, without `null`.
  public var types: [String] { allTypes.filter { $0 != "null" } }

  /// The name under `type` where it is one and not `null`, as nearly always.
  public var plainType: String? {
    guard let type = node[keyword: "type"], type.kind == .scalar, !type.hasText("null") else {
      return nil
    }
    return type.string
  }

  /// Whether a type is the only one beside `null`.
  public func isOnly(_ type: String) -> Bool {
    guard let written = node[keyword: "type"] else { return false }
    return written.kind == .scalar ? written.hasText(type) : types == [type]
  }

  /// Whether the schema itself says that null is a value.
  public var isNullable: Bool {
    flag("nullable") || flag("x-nullable") || node[keyword: "type"].map(Self.namesNull) == true
  }

  /// Whether null is the only value.
  public var isNull: Bool {
    let all = allTypes
    return all == ["null"] || (node[keyword: "const"]?.isNull ?? false)
  }

  private static func namesNull(_ type: Node) -> Bool {
    type.hasText("null") || type.elements.contains { $0.hasText("null") }
  }

  private var allTypes: [String] {
    guard let type = node[keyword: "type"] else { return [] }
    return type.kind == .sequence ? type.elements.compactMap(\.string) : [type.string ?? ""]
  }

  /// The format, an open vocabulary.
  public var format: String? { text("format") }
  /// A name for the schema given by its author.
  public var title: String? { text("title") }
  /// What the value means.
  public var documentation: String? { text("description") }
  /// Whether new code should do without it.
  public var isDeprecated: Bool { flag("deprecated") }
  /// Whether only the server writes it.
  public var isReadOnly: Bool { flag("readOnly") }
  /// Whether only the client writes it.
  public var isWriteOnly: Bool { flag("writeOnly") }
  /// What an absent value means.
  public var defaultValue: Node? { node[keyword: "default"] }
  /// The one value there is.
  public var constant: Node? { node[keyword: "const"] }
  /// The known values.
  public var enumeration: [Node] { node[keyword: "enum"].map { Array($0.elements) } ?? [] }
  /// The properties in the order written.
  public var properties: [(key: Node, value: SchemaObject)] { table("properties") }
  /// The keys that must be there.
  public var required: [String] {
    // Swagger 1 habits live on: `required: true` on a property says nothing here.
    words("required")
  }
  /// The schema of the items of an array.
  public var items: SchemaObject? { object("items") }
  /// The schemas of the first items.
  public var prefixItems: [SchemaObject] { list("prefixItems") }
  /// The schema of properties that have no name, or a boolean.
  public var additionalProperties: SchemaObject? {
    // Where nothing else is evaluated, which is how allOf is flattened, both say the same.
    object("additionalProperties") ?? object("unevaluatedProperties")
  }
  /// Schemas of properties by the pattern of their name.
  public var patternProperties: [(key: Node, value: SchemaObject)] { table("patternProperties") }
  /// All of these hold.
  public var allOf: [SchemaObject] { list("allOf") }
  /// Exactly one of these holds.
  public var oneOf: [SchemaObject] { list("oneOf") }
  /// One or more of these hold.
  public var anyOf: [SchemaObject] { list("anyOf") }
  /// Whether it names properties.
  public var hasProperties: Bool { holds("properties", .mapping) }
  /// Whether it lists known values.
  public var hasEnumeration: Bool { holds("enum", .sequence) }
  /// Whether the known values are texts of which each is another.
  public var hasDifferentTexts: Bool { node[keyword: "enum"]?.holdsDifferentTexts ?? false }
  /// Whether it lists schemas that all hold.
  public var hasAllOf: Bool { holds("allOf", .sequence) }
  /// Whether it lists alternatives.
  public var hasAlternatives: Bool { holds("oneOf", .sequence) || holds("anyOf", .sequence) }
  /// What tells the alternatives apart.
  public var discriminator: DiscriminatorObject? { object("discriminator") }
  /// The media type of a string that holds another format.
  public var contentMediaType: String? { text("contentMediaType") }
  /// The schema of what a string holds.
  public var contentSchema: SchemaObject? { object("contentSchema") }
  /// How bytes were made into a string.
  public var contentEncoding: String? { text("contentEncoding") }
}

/// What tells the alternatives of a schema apart.
public struct DiscriminatorObject: ObjectView {
  /// The mapping, or in Swagger 2.0 the property's name alone.
  public let node: Node

  /// Looks at a node as a discriminator.
  public init(_ node: Node) { self.node = node }

  /// The property whose value decides.
  public var propertyName: String? { node.kind == .scalar ? node.string : text("propertyName") }
  /// Values with the schema each stands for: a reference, or a schema's bare name.
  public var mapping: [(value: String, target: Node)] {
    node[keyword: "mapping"].map { $0.entries.map { ($0.key.string ?? "", $0.value) } } ?? []
  }
}
