import OpenAPI
import YAML

extension Lowering {
  /// `allOf`, flattened: one record with the properties of all parts, or the one part that says
  /// anything.
  mutating func composition(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> Result {
    let direct = directParts(schema)
    if let only = direct.first, direct.count == 1, only.node != schema.node,
      !isFamily(target(only)), !isFormatted(schema, besides: only)
    {
      return result(of: only, named: name)
    }
    let parts = flatParts(schema)
    let choosing = parts.filter { !alternatives($0, among: parts, of: schema).isEmpty }
    guard choosing.count > 1 || parts.contains(where: { isObject($0) }) else {
      return primitive(schema, parts, named: name)
    }
    if let first = choosing.first {
      return choice(schema, by: first, others: Array(choosing.dropFirst()), parts, named: name)
    }
    return Result(type: record(schema, parts, named: name))
  }

  private mutating func choice(
    _ schema: SchemaObject, by choosing: SchemaObject, others: [SchemaObject],
    _ parts: [SchemaObject], named name: TypeDeclaration.Name
  ) -> Result {
    let isTwice = hasSecondAlternatives(choosing)
    for other in others + (isTwice ? [choosing] : []) { warnOfSecondAlternatives(other) }
    return choice(
      schema, of: alternatives(choosing, among: parts, of: schema),
      common: parts.filter { $0.node != choosing.node || $0.hasProperties },
      discriminator: choosing.discriminator, named: name, isOpen: isTwice || !others.isEmpty)
  }

  /// What several schemas without properties come to: alternatives, known values, or one type that
  /// all of them allow.
  private mutating func primitive(
    _ schema: SchemaObject, _ parts: [SchemaObject], named name: TypeDeclaration.Name
  ) -> Result {
    if let choosing = parts.first(where: \.hasAlternatives) {
      return choosing.node == schema.node
        ? choice(schema, named: name) : result(of: choosing, named: name)
    }
    if let valued = parts.last(where: { $0.hasEnumeration || $0.constant != nil }) {
      if valued.node != schema.node { return result(of: valued, named: name) }
      return schema.constant.map { constant(schema, [$0]) } ?? enumeration(schema, named: name)
    }
    let written = parts.filter { !$0.types.isEmpty }
    let known = written.isEmpty ? parts.filter { !types(of: $0).isEmpty } : written
    let shaped = parts.last { isShaped($0) }
    guard let telling = shaped ?? known.last else { return Result(type: .any) }
    let common = commonTypes(known)
    if telling.node != schema.node, common == telling.types {
      return result(of: telling, named: name)
    }
    if common.count > 1 { return choice(schema, ofTypes: common, named: name) }
    return Result(
      type: typed(telling, common.first, named: name),
      isNullable: !known.isEmpty && known.allSatisfy(\.isNullable))
  }

  /// Whether a schema says more of its values than their type and their limits.
  private func isShaped(_ schema: SchemaObject) -> Bool {
    schema.format != nil || schema.items != nil || schema.contentEncoding != nil
      || !schema.prefixItems.isEmpty
  }

  /// The types that all of several schemas allow; those of the last when there are none.
  private func commonTypes(_ schemas: [SchemaObject]) -> [String] {
    var common: [String]?
    for schema in schemas {
      let types = self.types(of: schema)
      guard let known = common else {
        common = types
        continue
      }
      let shared = types.filter {
        known.contains($0) || $0 == "integer" && known.contains("number")
      }
      let isWhole = known.contains("integer") && types.contains("number")
      common = shared.isEmpty ? (isWhole ? ["integer"] : types) : shared
    }
    return common ?? []
  }

  /// Whether a format stands elsewhere than in the only part that says anything else.
  private func isFormatted(_ schema: SchemaObject, besides only: SchemaObject) -> Bool {
    guard schema.format != nil || schema.allOf.contains(where: { $0 != only && $0.format != nil })
    else { return false }
    return !flatParts(only).contains { isObject($0) || $0.hasAlternatives || $0.hasEnumeration }
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
    "patternProperties", "prefixItems",
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
  func alternatives(
    _ part: SchemaObject, among parts: [SchemaObject], of whole: SchemaObject
  ) -> [SchemaObject] {
    guard part.hasAlternatives else { return [] }
    let listed = part.oneOf.isEmpty ? part.anyOf : part.oneOf
    let children = listed.map { target($0).node }
    if parts.contains(where: { $0.node != part.node && children.contains($0.node) }) { return [] }
    let isParent = part.discriminator != nil && part.hasProperties
    if isParent, part.node != whole.node { return [] }
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
