import OpenAPI
import YAML

extension Lowering {
  /// The schema of an item of a stream. A schema of the whole, which is a list of them, says it too.
  func itemSchema(_ media: MediaTypeObject) -> SchemaObject? {
    if let item = media.itemSchema { return item }
    guard let whole = media.schema else { return nil }
    let target = self.target(whole)
    return target.isOnly("array") ? target.items ?? whole : whole
  }

  /// Whether a schema tells events apart by their names: each of its alternatives has a name of its
  /// own, and data or no fields but those of an event.
  mutating func describesEvents(_ schema: SchemaObject) -> Bool {
    let parts = flatParts(schema)
    let common = parts.flatMap(\.properties)
    guard let alternatives = eventAlternatives(parts, depth: 0), !alternatives.isEmpty else {
      return false
    }
    let areEvents = alternatives.allSatisfy { alternative in
      let properties = common + flatParts(alternative).flatMap(\.properties)
      return (isEvent(properties) || properties.contains { $0.key.hasText("data") })
        && properties.contains { $0.key.hasText("event") && constantText($0.value) != nil }
    }
    guard areEvents else { return false }
    for (key, data) in common + alternatives.flatMap({ flatParts($0).flatMap(\.properties) })
    where key.hasText("data") && target(data).contentSchema != nil {
      describedData.insert(data.node)
    }
    return true
  }

  /// The alternatives that some parts offer, those of alternatives included.
  private func eventAlternatives(_ parts: [SchemaObject], depth: Int) -> [SchemaObject]? {
    guard depth < 4 else { return nil }
    let listed = parts.flatMap { $0.oneOf.isEmpty ? $0.anyOf : $0.oneOf }
    var alternatives: [SchemaObject] = []
    for alternative in listed {
      let inner = flatParts(target(alternative))
      guard inner.contains(where: \.hasAlternatives) else {
        alternatives.append(target(alternative))
        continue
      }
      guard let nested = eventAlternatives(inner, depth: depth + 1) else { return nil }
      alternatives += nested
    }
    return alternatives
  }

  private func isEvent(_ properties: [(key: Node, value: SchemaObject)]) -> Bool {
    properties.allSatisfy { key, _ in
      ["data", "event", "id", "retry"].contains(where: key.hasText)
    }
  }

  /// What the data of an event holds: the schema itself, unless it describes the event's fields.
  mutating func eventData(
    _ schema: SchemaObject, named name: TypeDeclaration.Name
  ) -> TypeUse {
    let fields = flatParts(schema).flatMap(\.properties)
    let names = Set(fields.compactMap(\.key.string))
    guard names.contains("data"), isEvent(fields),
      let data = fields.last(where: { $0.key.hasText("data") })?.value
    else { return result(of: schema, named: name).use }
    let target = self.target(data)
    return result(of: target.contentSchema ?? data, named: name).use
  }
}
