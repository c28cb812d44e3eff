import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// A record when the schema names properties, else a map.
  mutating func object(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> TypeUse {
    if schema.hasProperties
      || (schema.additionalProperties?.booleanSchema == false && schema.patternProperties.isEmpty)
    {
      return record(schema, [schema], named: name)
    }
    return .map(others([schema], named: name.value) ?? .any)
  }

  /// A record of all properties that several schemas together describe. Its properties are read
  /// later, so that a long chain of references is no deep recursion.
  mutating func record(
    _ schema: SchemaObject, _ parts: [SchemaObject], named name: TypeDeclaration.Name,
    isOpen: Bool = false
  ) -> TypeUse {
    let id = reserve()
    pending.append(PendingRecord(id: id, parts: parts, isOpen: isOpen))
    return declare(id, schema, named: name, shape: .record(.empty))
  }

  /// Reads the properties of all records that are declared, and of those that this declares.
  mutating func readRecords() {
    var next = 0
    while next < pending.count {
      let (id, parts, isOpen) = (pending[next].id, pending[next].parts, pending[next].isOpen)
      let places = pending[next].places
      next += 1
      if let list = parts.first, !places.isEmpty {
        let fields = fields(ofPlaces: places, list, of: id)
        types[id.index].shape = .record(Record(fields: fields, additional: nil, isPositional: true))
        continue
      }
      let fields = self.fields(parts, of: id)
      let others = self.others(parts, named: .member(of: id, "additional property"))
      var record = Record(fields: fields, additional: others ?? (isOpen ? .any : nil))
      if let values = otherSchemas(parts).first, otherSchemas(parts).count == 1 {
        record.additionalConstraints = constraints(of: values)
      }
      types[id.index].shape = .record(record)
    }
    pending = []
  }

  /// The type of properties without a name, where one of several schemas asks to keep them.
  private mutating func others(
    _ parts: [SchemaObject], named name: TypeDeclaration.Name
  ) -> TypeUse? {
    let schemas = otherSchemas(parts)
    guard let first = schemas.first else { return nil }
    for part in parts where !part.patternProperties.isEmpty { warnOfPatterns(part) }
    if schemas.contains(where: { $0.booleanSchema != nil }) { return .any }
    let use = result(of: first, named: name).use
    for other in schemas.dropFirst() where result(of: other, named: name).use != use { return .any }
    return use
  }

  /// The schemas of properties without a name, those by a pattern first; of several schemas for all
  /// the others, the first counts.
  private func otherSchemas(_ parts: [SchemaObject]) -> [SchemaObject] {
    let all = parts.lazy.compactMap(\.additionalProperties).first
    return parts.flatMap { $0.patternProperties.map(\.value) }
      + (all.map { $0.booleanSchema == false ? [] : [$0] } ?? [])
  }

  private mutating func warnOfPatterns(_ schema: SchemaObject) {
    diagnostics.warning(
      "unsupported-keyword", "keys are not held to the patterns under 'patternProperties'",
      at: schema.node.entry("patternProperties")?.key.range,
      help: "a map of any keys is generated, of JSONValue where the patterns differ in type")
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
