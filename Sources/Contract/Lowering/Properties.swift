import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// The properties of a record that several schemas together describe; a later one refines an
  /// earlier one of the same name.
  mutating func fields(_ parts: [SchemaObject], of id: TypeID) -> [Field] {
    if let only = parts.first, parts.count == 1 { return fields(only, of: id) }
    var order: [String] = []
    var schemas: [String: [SchemaObject]] = [:]
    var required: Set<String> = []
    for part in parts {
      required.formUnion(part.required)
      for (key, schema) in part.properties {
        let name = key.string ?? ""
        if schemas[name] == nil { order.append(name) }
        if schemas[name]?.contains(schema) != true { schemas[name, default: []].append(schema) }
      }
    }
    return order.compactMap { key in
      field(key, schemas[key] ?? [], isRequired: required.contains(key), of: id)
    }
  }

  /// A property that several schemas describe: what one says most of, with the limits of all.
  private mutating func field(
    _ key: String, _ schemas: [SchemaObject], isRequired: Bool, of id: TypeID
  ) -> Field? {
    guard var schema = schemas.first else { return nil }
    if schemas.count == 1 { return field(key, schema, isRequired: isRequired, of: id) }
    for later in schemas.dropFirst() { schema = moreSpecific(schema, later) }
    let whole = merged(schemas, named: .member(of: id, key))
    if whole == nil { warnOfContradiction(key, schemas) }
    var field = field(key, schema, isRequired: isRequired, of: id, type: whole)
    for other in schemas where other != schema {
      let target = self.target(other)
      field.isReadOnly = field.isReadOnly || other.isReadOnly || target.isReadOnly
      field.isWriteOnly = field.isWriteOnly || other.isWriteOnly || target.isWriteOnly
      field.defaultValue = field.defaultValue ?? other.defaultValue ?? target.defaultValue
      field.documentation.text = field.documentation.text ?? other.documentation
    }
    field.constraints = constraints(ofAll: schemas)
    return field
  }

  /// One record of all that several schemas for one property describe; `nil` where none of them
  /// names properties.
  private mutating func merged(
    _ schemas: [SchemaObject], named name: TypeDeclaration.Name
  ) -> TypeUse? {
    var objects: [(schema: SchemaObject, parts: [SchemaObject], naming: Set<Node>)] = []
    for schema in schemas {
      let parts = flatParts(schema)
      let naming = Set(parts.filter(\.hasProperties).map(\.node))
      if naming.isEmpty || parts.contains(where: \.hasAlternatives) { continue }
      if objects.contains(where: { naming.isSubset(of: $0.naming) }) { continue }
      objects.removeAll { $0.naming.isSubset(of: naming) }
      objects.append((schema, parts, naming))
    }
    guard let last = objects.last else { return nil }
    if objects.count == 1 { return result(of: last.schema, named: name).type }
    let nodes = objects.map { target($0.schema).node }
    if let known = merged[nodes] { return known }
    var seen: Set<Node> = []
    let parts = objects.flatMap(\.parts).filter { seen.insert($0.node).inserted }
    let use = record(last.schema, parts, named: name)
    merged[nodes] = use
    return use
  }

  private mutating func warnOfContradiction(_ key: String, _ schemas: [SchemaObject]) {
    var known: [String] = []
    for schema in schemas {
      let types = target(schema).types
      if types.isEmpty { continue }
      let isNumeric = Set(known + types).isSubset(of: ["integer", "number"])
      if !known.isEmpty, !isNumeric, Set(known).isDisjoint(with: types) {
        diagnostics.warning(
          "contradictory-property", "'\(key)' is \(types[0]) here and \(known[0]) in another part",
          at: schema.node.range, help: "the part that says more counts, of two the later")
        return
      }
      known = types
    }
  }

  /// The properties of a record that one schema describes, as most are.
  private mutating func fields(_ schema: SchemaObject, of id: TypeID) -> [Field] {
    let listed = schema.node[keyword: "required"]
    let required = listed.map { $0.elements.filter { !$0.isNull } } ?? []
    let names = required.count > 8 ? Set(required.compactMap(\.string)) : nil
    return schema.properties.map { key, property in
      let name = key.string ?? ""
      let isRequired = names?.contains(name) ?? required.contains { $0.hasText(of: key) }
      return field(name, property, isRequired: isRequired, of: id)
    }
  }

  /// Of two schemas for one property, the one that says more; the later when they say as much.
  private func moreSpecific(_ earlier: SchemaObject, _ later: SchemaObject) -> SchemaObject {
    let says = { (schema: SchemaObject) -> Int in
      let target = self.target(schema)
      if target.constant != nil || target.hasEnumeration { return 2 }
      return target.types.isEmpty && !target.hasProperties && !target.hasAllOf
        && !target.hasAlternatives ? 0 : 1
    }
    if describedData.contains(later.node) { return later }
    return says(later) >= says(earlier) ? later : earlier
  }

  mutating func field(
    _ key: String, _ schema: SchemaObject, isRequired: Bool, of id: TypeID, type: TypeUse? = nil,
    named name: String? = nil
  ) -> Field {
    if !describedData.isEmpty, describedData.contains(schema.node),
      let content = target(schema).contentSchema
    {
      return field(key, content, isRequired: isRequired, of: id)
    }
    let result =
      type.map { Result(type: $0, isNullable: schema.isNullable) }
      ?? self.result(of: schema, named: .member(of: id, name ?? key))
    let target = self.target(schema)
    let isReference = target.node != schema.node
    return Field(
      key: key, name: schema.vendorExtension("x-name")?.string, type: result.type,
      isRequired: isRequired, isNullable: result.isNullable,
      isReadOnly: schema.isReadOnly || (isReference && target.isReadOnly),
      isWriteOnly: schema.isWriteOnly || (isReference && target.isWriteOnly),
      isBoxed: false, constant: result.constant,
      defaultValue: schema.defaultValue ?? target.defaultValue,
      constraints: constraints(of: schema),
      documentation: Documentation(
        text: schema.documentation,
        isDeprecated: schema.isDeprecated || (isReference && target.isDeprecated),
        link: schema.node[keyword: "externalDocs"]?[keyword: "url"]?.string,
        example: example(schema.node)),
      node: schema.node)
  }
}
