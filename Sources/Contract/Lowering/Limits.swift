import OpenAPI
import YAML

extension Lowering {
  /// The limits that a schema sets to its values, and to what they hold.
  func constraints(of schema: SchemaObject, depth: Int = 0) -> Constraints {
    let target = self.target(schema)
    guard target.node.kind == .mapping else { return Constraints() }
    let isNarrowed =
      target.node != schema.node && document.version.release >= .v3_1 && hasSiblings(schema)
    guard target.hasAllOf || isNarrowed || target.hasAlternatives else {
      return Constraints(limits: limits(target.node), elements: elements(of: target, depth) ?? [])
    }
    let parts = flatParts(isNarrowed ? schema : target)
    let whole = Self.joined(
      parts.map { Constraints(limits: limits($0.node), elements: elements(of: $0, depth) ?? []) })
    guard depth < 8, let choosing = parts.first(where: \.hasAlternatives) else { return whole }
    return Self.joined([constraints(ofAlternatives: choosing, depth: depth + 1), whole])
  }

  /// The limits of all of several schemas.
  func constraints(ofAll schemas: [SchemaObject]) -> Constraints {
    Self.joined(schemas.map { constraints(of: $0) })
  }

  private static func joined(_ constraints: [Constraints]) -> Constraints {
    Constraints(
      limits: strictest(constraints.flatMap(\.limits)),
      elements: constraints.last { !$0.elements.isEmpty }?.elements ?? [])
  }

  /// The limits of plain alternatives, each of which concerns one kind of value; those of several
  /// alternatives of a kind are left to the server.
  private func constraints(ofAlternatives schema: SchemaObject, depth: Int) -> Constraints {
    let listed = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
    return Self.joined(
      listed.map { constraints(of: $0, depth: depth) }.enumerated().compactMap { index, limits in
        limits.isEmpty || !isAlone(listed[index], among: listed) ? nil : limits
      })
  }

  /// Whether no other alternative has values of the same kind, which would break its limits.
  func isAlone(_ alternative: SchemaObject, among listed: [SchemaObject]) -> Bool {
    let kinds = listed.map { kind(of: $0) }
    guard let own = kind(of: alternative), kinds.allSatisfy({ $0 != nil }) else { return false }
    return kinds.filter { $0 == own }.count == 1
  }

  /// The one kind of value that a schema allows, null aside: whole numbers are numbers.
  private func kind(of schema: SchemaObject) -> String? {
    let parts = flatParts(target(schema))
    if parts.contains(where: \.hasAlternatives) { return nil }
    guard let telling = parts.last(where: { !types(of: $0).isEmpty || $0.isNull }) else {
      return nil
    }
    let allowed = types(of: telling)
    guard let only = allowed.first else { return "null" }
    return allowed.count > 1 ? nil : only == "integer" ? "number" : only
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
    if let bound = bound(node[keyword: "multipleOf"]), bound.value > 0 {
      limits.append(.multipleOf(bound))
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
    let (minimum, maximum) = (bound(node[keyword: "minimum"]), bound(node[keyword: "maximum"]))
    let below = isOpenBelow ? minimum : bound(node[keyword: "exclusiveMinimum"])
    let above = isOpenAbove ? maximum : bound(node[keyword: "exclusiveMaximum"])
    var limits: [Constraints.Limit] = []
    if let minimum, !isOpenBelow { limits.append(.minimum(minimum)) }
    if let maximum, !isOpenAbove { limits.append(.maximum(maximum)) }
    if let below { limits.append(.exclusiveMinimum(below)) }
    if let above { limits.append(.exclusiveMaximum(above)) }
    return limits
  }

  /// A bound beyond every number that Swift has is none.
  private func bound(_ node: Node?) -> Bound? {
    switch node?.scalar {
    case .integer(let value): return Bound(value: Double(value), whole: Int128(value))
    case .number(let value) where value.isFinite:
      let range = Int128(Int64.min)...Int128(UInt64.max)
      let written = node?.string.flatMap { UInt64($0) }.map { Int128($0) }
      let whole = written ?? Int128(exactly: value).flatMap { range.contains($0) ? $0 : nil }
      return Bound(value: value, whole: whole)
    default: return nil
    }
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
