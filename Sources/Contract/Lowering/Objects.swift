import OpenAPI
import YAML

extension Lowering {
  /// A record when the schema names properties, else a map.
  mutating func object(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> TypeUse {
    if !schema.hasProperties, schema.additionalProperties?.booleanSchema != false {
      return .map(mapValue(schema, named: name))
    }
    return record(schema, [schema], named: name)
  }

  /// A record of all properties that several schemas together describe. Its properties are read
  /// later, so that a long chain of references is no deep recursion.
  mutating func record(
    _ schema: SchemaObject, _ parts: [SchemaObject], named name: TypeDeclaration.Name
  ) -> TypeUse {
    let id = reserve()
    pending.append(PendingRecord(id: id, parts: parts))
    return declare(id, schema, named: name, shape: .record(.empty))
  }

  /// Reads the properties of all records that are declared, and of those that this declares.
  mutating func readRecords() {
    var next = 0
    while next < pending.count {
      let (id, parts) = (pending[next].id, pending[next].parts)
      next += 1
      let fields = self.fields(parts, of: id)
      let open = parts.first { $0.additionalProperties != nil || !$0.patternProperties.isEmpty }
      var record = Record(fields: fields, additional: open.flatMap { additional($0, of: id) })
      if let values = open?.additionalProperties ?? open?.patternProperties.first?.value {
        record.additionalConstraints = constraints(of: values)
      }
      types[id.index].shape = .record(record)
    }
    pending = []
  }

  /// The type of the values of an object without named properties.
  private mutating func mapValue(
    _ schema: SchemaObject, named name: TypeDeclaration.Name
  ) -> TypeUse {
    if let values = schema.additionalProperties, values.booleanSchema == nil {
      return result(of: values, named: name.value).use
    }
    let patterns = schema.patternProperties
    guard patterns.count == 1, let only = patterns.first else { return .any }
    return result(of: only.value, named: name.value).use
  }

  /// The type of properties without a name, where the schema asks to keep them.
  mutating func additional(_ schema: SchemaObject, of id: TypeID) -> TypeUse? {
    let name = TypeDeclaration.Name.member(of: id, "additional property")
    if let values = schema.additionalProperties {
      if let open = values.booleanSchema { return open ? .any : nil }
      return result(of: values, named: name).use
    }
    guard let first = schema.patternProperties.first else { return nil }
    return schema.patternProperties.count == 1 ? result(of: first.value, named: name).use : .any
  }

  /// The properties of a record that several schemas together describe; a later one refines an
  /// earlier one of the same name.
  mutating func fields(_ parts: [SchemaObject], of id: TypeID) -> [Field] {
    if let only = parts.first, parts.count == 1 { return fields(only, of: id) }
    var order: [String] = []
    var schemas: [String: SchemaObject] = [:]
    var required: Set<String> = []
    for part in parts {
      required.formUnion(part.required)
      for (key, schema) in part.properties {
        let name = key.string ?? ""
        if let earlier = schemas[name] {
          schemas[name] = moreSpecific(earlier, schema)
        } else {
          order.append(name)
          schemas[name] = schema
        }
      }
    }
    return order.compactMap { key in
      schemas[key].map { field(key, $0, isRequired: required.contains(key), of: id) }
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

  private mutating func field(
    _ key: String, _ schema: SchemaObject, isRequired: Bool, of id: TypeID
  ) -> Field {
    if !describedData.isEmpty, describedData.contains(schema.node),
      let content = target(schema).contentSchema
    {
      return field(key, content, isRequired: isRequired, of: id)
    }
    let result = self.result(of: schema, named: .member(of: id, key))
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

extension TypeDeclaration.Name {
  /// The name of a map's values.
  var value: TypeDeclaration.Name {
    switch self {
    case .component(let words): .component(words + " value")
    case .member: item
    case .operation(let index, let words): .operation(index, words + " value")
    case .delivery(let words): .delivery(words + " value")
    }
  }
}
