import OpenAPI
import YAML

extension Lowering {
  /// `allOf`, flattened: one record with the properties of all parts, or the one part that says
  /// anything.
  mutating func composition(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> Result {
    let direct = directParts(schema)
    if let only = direct.first, direct.count == 1, only.node != schema.node,
      !isFamily(target(only))
    {
      return result(of: only, named: name)
    }
    let parts = flatParts(schema)
    guard parts.contains(where: { isObject($0) }) else {
      return primitive(schema, parts, named: name)
    }
    if let choosing = parts.first(where: { !alternatives($0, within: schema).isEmpty }) {
      let common = parts.filter { $0.node != choosing.node || $0.hasProperties }
      return choice(
        schema, of: alternatives(choosing, within: schema), common: common,
        discriminator: choosing.discriminator, named: name)
    }
    return Result(type: record(schema, parts, named: name))
  }

  private mutating func primitive(
    _ schema: SchemaObject, _ parts: [SchemaObject], named name: TypeDeclaration.Name
  ) -> Result {
    let choosing = parts.first { $0.hasAlternatives }
    let valued = parts.first { $0.hasEnumeration || $0.constant != nil }
    let typed = parts.first { !$0.types.isEmpty }
    guard let telling = choosing ?? valued ?? typed, telling.node != schema.node else {
      return Result(type: .any)
    }
    return result(of: telling, named: name)
  }

  /// The parts as written, those left out that only document.
  private func directParts(_ schema: SchemaObject) -> [SchemaObject] {
    var parts = schema.allOf.filter { says($0) }
    if document.resolve(schema.node) != nil { parts.insert(SchemaObject(schema.node), at: 0) }
    let own = schema.node.entries.contains { key, _ in
      Self.tellingKeywords.contains(where: key.hasText)
    }
    if own { parts.append(schema) }
    return parts
  }

  private func says(_ schema: SchemaObject) -> Bool {
    schema.node.entries.contains { key, _ in
      key.hasText("$ref") || key.hasText("allOf")
        || Self.tellingKeywords.contains(where: key.hasText)
    }
  }

  private static let tellingKeywords = [
    "properties", "required", "additionalProperties", "oneOf", "anyOf", "enum", "const", "items",
    "patternProperties",
  ]

  /// The parts of an `allOf` with references followed and nested ones opened, in the order written;
  /// the schema's own keywords come last, because they refine.
  func flatParts(_ schema: SchemaObject) -> [SchemaObject] {
    if !schema.hasAllOf, document.resolve(schema.node) == nil { return [schema] }
    var seen: Set<Node> = []
    var parts: [SchemaObject] = []
    collect(schema, into: &parts, seen: &seen)
    return parts
  }

  private func collect(
    _ schema: SchemaObject, into parts: inout [SchemaObject], seen: inout Set<Node>
  ) {
    guard seen.insert(schema.node).inserted else { return }
    if let reference = document.resolve(schema.node) {
      collect(SchemaObject(reference.node), into: &parts, seen: &seen)
    }
    for part in schema.allOf { collect(part, into: &parts, seen: &seen) }
    parts.append(schema)
  }

  func isObject(_ schema: SchemaObject) -> Bool {
    schema.hasProperties || schema.isOnly("object") || types(of: schema) == ["object"]
  }

  /// The alternatives that a part of an `allOf` offers; a parent that lists its children offers
  /// none to a child.
  private func alternatives(_ part: SchemaObject, within whole: SchemaObject) -> [SchemaObject] {
    let listed = part.oneOf.isEmpty ? part.anyOf : part.oneOf
    let children = listed.map { target($0).node }
    if children.contains(whole.node) || part.node != whole.node && part.discriminator != nil {
      return []
    }
    return onlyRestricts(listed) ? [] : listed
  }

  /// Alternatives such as `{required: [a]}` and `{required: [b]}` say which keys go together, not
  /// what the values are.
  func onlyRestricts(_ alternatives: [SchemaObject]) -> Bool {
    alternatives.allSatisfy { schema in
      schema.node.entries.allSatisfy { key, _ in
        ["required", "not", "title", "description"].contains(where: key.hasText)
      }
    }
  }
}
