import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// A list whose first items are described one by one: a record of its places where their number
  /// is known and they differ, else a list of whatever an item may be.
  mutating func tuple(
    _ schema: SchemaObject, _ first: [SchemaObject], _ items: SchemaObject?,
    named name: TypeDeclaration.Name
  ) -> TypeUse {
    let isClosed = items?.booleanSchema == false || hasNoMore(schema, than: first.count)
    let all = first + (items.map { $0.booleanSchema == false ? [] : [$0] } ?? [])
    if isClosed, first.count > 1, first.count <= Self.places.count, !areAlike(first) {
      let id = reserve()
      readings[schema.node] = .open(id)
      pending.append(PendingRecord(id: id, parts: [schema], places: first))
      return declare(id, schema, named: name, shape: .record(.empty))
    }
    warnOfPlaces(schema, isAlike: areAlike(all))
    if areAlike(all) { return .list(result(of: all[0], named: name.item).use) }
    // What follows the described items may be anything.
    if items == nil, !isClosed { return .list(.any) }
    return .list(
      choice(
        schema, of: all, common: [], discriminator: nil, named: name.item, isWhole: false
      ).use)
  }

  /// The places of a list as properties; those that may be missing at its end may be absent.
  mutating func fields(ofPlaces places: [SchemaObject], _ schema: SchemaObject, of id: TypeID)
    -> [Field]
  {
    let least = schema.node[keyword: "minItems"]?.integer ?? 0
    return places.enumerated().map { index, place in
      let title = place.title.flatMap { Self.isName($0) ? $0 : nil }
      let name = place.vendorExtension("x-name")?.string ?? title ?? Self.places[index]
      var field = field("\(index)", place, isRequired: index < least, of: id, named: name)
      field.name = name
      return field
    }
  }

  /// What places are called that have no title.
  private static let places = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  private func hasNoMore(_ schema: SchemaObject, than count: Int) -> Bool {
    if schema.node[keyword: "unevaluatedItems"]?.bool == false { return true }
    return schema.node[keyword: "maxItems"]?.integer.map { $0 <= count } ?? false
  }

  private mutating func warnOfPlaces(_ schema: SchemaObject, isAlike: Bool) {
    diagnostics.warning(
      "unsupported-keyword", "the types of single items under 'prefixItems' are not told apart",
      at: schema.node.entry("prefixItems")?.key.range,
      help: isAlike
        ? "a list of any length is generated"
        : "a list of any length is generated, of whatever an item may be")
  }

  /// Whether several schemas are one, or plain values of one type.
  private func areAlike(_ schemas: [SchemaObject]) -> Bool {
    guard let first = schemas.first.map({ target($0) }) else { return false }
    return schemas.dropFirst().map { target($0) }.allSatisfy { other in
      other.node == first.node
        || other.plainType.map { other.isPlain && first.isPlain(of: $0) } == true
          && other.format == first.format && other.contentEncoding == first.contentEncoding
    }
  }
}

extension SchemaObject {
  /// Whether it allows every value of a type.
  fileprivate var isPlain: Bool { !hasEnumeration && constant == nil && !isNullable }

  fileprivate func isPlain(of type: String) -> Bool {
    isPlain && plainType == type && ["string", "integer", "number", "boolean"].contains(type)
  }
}
