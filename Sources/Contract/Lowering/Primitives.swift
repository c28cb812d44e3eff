import OpenAPI
import YAML

extension Lowering {
  static func type(ofFormat format: String) -> String? {
    switch format {
    case "date-time", "date", "uuid", "uri", "byte", "binary", "email", "password": "string"
    case "int32", "int64": "integer"
    case "float", "double": "number"
    default: nil
    }
  }

  func stringFormat(_ schema: SchemaObject) -> StringFormat {
    switch schema.format {
    case "date-time": return .dateTime
    case "date": return .date
    case "uuid": return .uuid
    case "uri", "url": return .url
    case "byte", "base64": return .base64
    case "binary": return .binary
    default: if let name = named(schema) { return .named(name) }
    }
    switch schema.contentEncoding {
    case "base64", "base64url": return .base64
    default: return schema.contentMediaType.map(Self.holdsBytes) == true ? .binary : .plain
    }
  }

  /// The format of a schema, where a person chose a type for it.
  private func named(_ schema: SchemaObject) -> String? {
    if formats.isEmpty { return nil }
    return schema.format.flatMap { formats.contains($0) ? $0 : nil }
  }

  func integerFormat(_ schema: SchemaObject) -> IntegerFormat {
    switch schema.format {
    case "int32": .int32
    case "int64": .int64
    case "uint32": .uint32
    case "uint64": .uint64
    default: named(schema).map { .named($0) } ?? .any
    }
  }

  func numberFormat(_ schema: SchemaObject) -> NumberFormat {
    switch schema.format {
    case "float": .float
    case "decimal": .decimal
    default: named(schema).map { .named($0) } ?? .double
    }
  }

  /// The limits that a schema sets to its values, and to what they hold.
  func constraints(of schema: SchemaObject, depth: Int = 0) -> Constraints {
    let schema = target(schema)
    guard schema.node.kind == .mapping else { return Constraints() }
    guard schema.hasAllOf else {
      return Constraints(limits: limits(schema.node), elements: elements(of: schema, depth) ?? [])
    }
    let parts = flatParts(schema)
    var constraints = Constraints(limits: Self.strictest(parts.flatMap { limits($0.node) }))
    for part in parts { constraints.elements = elements(of: part, depth) ?? constraints.elements }
    return constraints
  }

  /// The limits of what a list or a map holds; `nil` when there are none.
  private func elements(of schema: SchemaObject, _ depth: Int) -> [Constraints]? {
    // A list may hold itself; nobody nests limits as deep as this.
    guard depth < 8, let element = schema.items ?? schema.additionalProperties else { return nil }
    let inner = constraints(of: element, depth: depth + 1)
    return inner.isEmpty ? nil : [inner]
  }

  /// The keywords that set limits. Most schemas have none of them.
  private static let limiting = WordTable([
    "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties",
    "maxProperties",
  ])

  /// Of several limits of one kind, the one that the others follow from.
  private static func strictest(_ limits: [Constraints.Limit]) -> [Constraints.Limit] {
    if limits.count < 2 { return limits }
    var result: [Constraints.Limit] = []
    for limit in limits {
      if let same = result.firstIndex(where: { $0.rank == limit.rank }) {
        result[same] = result[same].stricter(limit)
      } else {
        result.append(limit)
      }
    }
    return result.sorted { $0.rank < $1.rank }
  }

  /// The limits that the keywords of one schema set, in one order whatever the order written.
  private func limits(_ node: Node) -> [Constraints.Limit] {
    guard node.entries.contains(where: { Self.limiting.index(of: $0.key) != nil }) else {
      return []
    }
    var limits: [Constraints.Limit] = []
    if let value = node[keyword: "minLength"]?.integer, value > 0 {
      limits.append(.minLength(value))
    }
    if let value = node[keyword: "maxLength"]?.integer { limits.append(.maxLength(value)) }
    if let value = node[keyword: "pattern"]?.string { limits.append(.pattern(value)) }
    limits += bounds(node)
    if let value = node[keyword: "multipleOf"]?.number, value > 0 {
      limits.append(.multipleOf(value))
    }
    if let value = node[keyword: "minItems"]?.integer, value > 0 { limits.append(.minItems(value)) }
    if let value = node[keyword: "maxItems"]?.integer { limits.append(.maxItems(value)) }
    if node[keyword: "uniqueItems"]?.bool == true { limits.append(.uniqueItems) }
    if let value = node[keyword: "minProperties"]?.integer, value > 0 {
      limits.append(.minProperties(value))
    }
    if let value = node[keyword: "maxProperties"]?.integer { limits.append(.maxProperties(value)) }
    return limits
  }

  /// In 3.0 `exclusiveMinimum` is a flag for `minimum`; from 3.1 it is a bound of its own.
  private func bounds(_ node: Node) -> [Constraints.Limit] {
    let isOpenBelow = node[keyword: "exclusiveMinimum"]?.bool == true
    let isOpenAbove = node[keyword: "exclusiveMaximum"]?.bool == true
    let (minimum, maximum) = (finite(node[keyword: "minimum"]), finite(node[keyword: "maximum"]))
    let below = isOpenBelow ? minimum : finite(node[keyword: "exclusiveMinimum"])
    let above = isOpenAbove ? maximum : finite(node[keyword: "exclusiveMaximum"])
    var limits: [Constraints.Limit] = []
    if let minimum, !isOpenBelow { limits.append(.minimum(minimum)) }
    if let maximum, !isOpenAbove { limits.append(.maximum(maximum)) }
    if let below { limits.append(.exclusiveMinimum(below)) }
    if let above { limits.append(.exclusiveMaximum(above)) }
    return limits
  }

  /// A bound beyond every number that Swift has is none.
  private func finite(_ node: Node?) -> Double? {
    node?.number.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension Constraints.Limit {
  /// The place in the order in which limits are named.
  fileprivate var rank: Int {
    switch self {
    case .minLength: 0
    case .maxLength: 1
    case .pattern: 2
    case .minimum: 3
    case .maximum: 4
    case .exclusiveMinimum: 5
    case .exclusiveMaximum: 6
    case .multipleOf: 7
    case .minItems: 8
    case .maxItems: 9
    case .uniqueItems: 10
    case .minProperties: 11
    case .maxProperties: 12
    }
  }

  /// The stricter of two of a kind; of two that cannot be compared, the later, which refines.
  fileprivate func stricter(_ later: Self) -> Self {
    switch (self, later) {
    case (.minLength(let one), .minLength(let two)): .minLength(max(one, two))
    case (.maxLength(let one), .maxLength(let two)): .maxLength(min(one, two))
    case (.minimum(let one), .minimum(let two)): .minimum(max(one, two))
    case (.maximum(let one), .maximum(let two)): .maximum(min(one, two))
    case (.exclusiveMinimum(let one), .exclusiveMinimum(let two)): .exclusiveMinimum(max(one, two))
    case (.exclusiveMaximum(let one), .exclusiveMaximum(let two)): .exclusiveMaximum(min(one, two))
    case (.minItems(let one), .minItems(let two)): .minItems(max(one, two))
    case (.maxItems(let one), .maxItems(let two)): .maxItems(min(one, two))
    case (.minProperties(let one), .minProperties(let two)): .minProperties(max(one, two))
    case (.maxProperties(let one), .maxProperties(let two)): .maxProperties(min(one, two))
    default: later
    }
  }
}
