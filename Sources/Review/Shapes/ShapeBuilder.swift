import OpenAPI
import YAML

/// Lays a schema open.
struct ShapeBuilder {
  let side: Side
  private(set) var shape = Shape()
  private var met: Set<Node> = []
  /// Unions that were no choice: one member, besides null.
  private var single: Set<Node> = []
  private var isNullWritten: [Bool] = []

  static func shape(of nodes: [Node], on side: Side) -> Shape {
    choices(of: nodes, on: side).listed(on: side)
  }

  /// The same with each choice as it was written, also one that is only a list.
  static func choices(of nodes: [Node], on side: Side) -> Shape {
    var builder = ShapeBuilder(side: side)
    for node in nodes { builder.open(node) }
    builder.gather()
    return builder.shape
  }

  /// The mappings that together say what a value is, without asking what they say.
  static func parts(of nodes: [Node], on side: Side) -> [Node] {
    var builder = ShapeBuilder(side: side)
    for node in nodes { builder.open(node) }
    return builder.shape.parts
  }

  private init(side: Side) { self.side = side }

  private mutating func open(_ node: Node, isHere: Bool = true) {
    guard met.insert(node).inserted else { return }
    if node.kind == .scalar {
      if node.bool == false { shape.isNever = true }
      return
    }
    // What stands beside a reference is honoured in all versions, as most tools do.
    let target = side.target(node)
    if target == node || node.entries.dropFirst().first(where: { _ in true }) != nil {
      shape.parts.append(node)
      if isHere { shape.own.append(node) }
    }
    if target != node { open(target, isHere: false) }
    for member in node["allOf"].map({ Array($0.elements) }) ?? [] { open(member, isHere: isHere) }
    for keyword in ["oneOf", "anyOf"] { openSingle(node, keyword, isHere: isHere) }
  }

  /// A union of one member, or of one and null, is that member.
  private mutating func openSingle(_ node: Node, _ keyword: String, isHere: Bool) {
    guard let union = node.fact(keyword), union.value.kind == .sequence else { return }
    let members = Array(union.value.elements)
    let others = members.filter { !isNull($0) }
    guard others.count == 1, let member = others.first, node["discriminator"] == nil else { return }
    single.insert(union.value)
    let isNullable = others.count < members.count
    if isNullable { shape.isNullable = true; shape.nullFact = union }
    // What is said of the one value of a list is said of that value.
    open(member, isHere: isHere && isNullable)
  }

  /// Whether an alternative is null alone, also as those write it who have no such type.
  private func isNull(_ member: Node) -> Bool {
    let schema = SchemaObject(side.target(member))
    if schema.isNull { return true }
    return schema.isNullable
      && schema.node.entries.allSatisfy {
        $0.key.hasText("nullable") || Self.remarks.contains($0.key.string ?? "")
      }
  }

  private mutating func gather() {
    for part in shape.parts {
      gatherTypes(part)
      gatherValues(part)
      gatherProperties(part)
      gatherUnions(part)
    }
    if !isNullWritten.isEmpty, !isNullWritten.contains(false) { shape.isNullable = true }
  }

  private mutating func gatherTypes(_ part: Node) {
    let schema = SchemaObject(part)
    for keyword in ["nullable", "x-nullable"] {
      guard let fact = part.fact(keyword), fact.value.bool == true else { continue }
      shape.isNullable = true
      shape.nullFact = fact
    }
    guard let fact = part.fact("type") else { return }
    let types = Set(schema.types)
    if schema.isNullable, shape.nullFact == nil { shape.nullFact = fact }
    isNullWritten.append(schema.isNullable)
    if schema.isNull { shape.isNullable = true }
    if shape.typeFact == nil { shape.typeFact = fact }
    shape.types = shape.types.map { Self.common($0, types) } ?? types
  }

  static func common(_ left: Set<String>, _ right: Set<String>) -> Set<String> {
    var both = left.intersection(right)
    let hasInteger = left.contains("integer") || right.contains("integer")
    if hasInteger, left.contains("number") || right.contains("number") { both.insert("integer") }
    return both
  }

  private mutating func gatherValues(_ part: Node) {
    var lists: [(Fact, [Shape.Value])] = []
    if let fact = part.fact("enum"), fact.value.kind == .sequence {
      lists.append((fact, fact.value.elements.compactMap { Shape.Value($0, at: $0) }))
    }
    if let fact = part.fact("const") {
      let member = shape.own.contains(part) ? nil : part
      lists.append((fact, [Shape.Value(fact.value, at: fact.key, in: member)].compactMap { $0 }))
    }
    for (fact, all) in lists {
      var seen: Set<String> = []
      let values = all.filter { seen.insert($0.text).inserted }
      if let known = shape.values {
        shape.values = known.filter { seen.contains($0.text) }
      } else {
        shape.values = values
        shape.valuesFact = fact
      }
    }
  }

  private mutating func gatherProperties(_ part: Node) {
    for (key, value) in part["properties"].map({ Array($0.entries) }) ?? [] {
      guard let name = key.string else { continue }
      if shape.properties[name] == nil { shape.propertyNames.append(name) }
      shape.properties[name, default: Shape.Property(key: key, schemas: [])].schemas.append(value)
    }
    for item in part["required"].map({ Array($0.elements) }) ?? [] {
      guard let name = item.string, shape.required[name] == nil else { continue }
      shape.required[name] = item
    }
  }

  private mutating func gatherUnions(_ part: Node) {
    for keyword in ["oneOf", "anyOf"] {
      guard let fact = part.fact(keyword), fact.value.kind == .sequence,
        !single.contains(fact.value)
      else { continue }
      let members = Array(fact.value.elements)
      let others = members.filter { !isNull($0) }
      if others.count < members.count {
        shape.isNullable = true
        if shape.nullFact == nil { shape.nullFact = fact }
      }
      if others.isEmpty { continue }
      shape.unions.append(
        Shape.Union(
          fact: fact, isNamed: part["discriminator"].map { $0["mapping"] == nil } ?? false,
          members: others.map { [$0] }))
    }
  }

  static let remarks: Set = [
    "title", "description", "deprecated", "example", "examples", "$comment",
  ]

  /// The type of a literal.
  static func type(of node: Node) -> String? {
    switch node.kind {
    case .sequence: "array"
    case .mapping: "object"
    case .scalar:
      switch node.scalar {
      case .bool: "boolean"
      case .integer: "integer"
      case .number: "number"
      case .string: "string"
      default: nil
      }
    }
  }
}
