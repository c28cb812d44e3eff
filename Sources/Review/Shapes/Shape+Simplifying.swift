import OpenAPI
import YAML

extension Shape {
  /// The same with each choice that is only a list written as that list.
  func listed(on side: Side) -> Shape {
    var shape = self
    shape.simplify(on: side)
    return shape
  }

  /// Whether its only choices are lists of types or of values.
  var isList: Bool { unions.isEmpty && !lists.isEmpty }
  /// Whether it has choices, none of which is such a list.
  var isChoice: Bool { !unions.isEmpty && lists.isEmpty }

  /// Writes each choice that is only a list as that list, and says what follows from the lists.
  private mutating func simplify(on side: Side) {
    let choices = unions
    if !choices.isEmpty { unions = choices.filter { !fold($0, on: side) } }
    if types == nil, let values {
      let found = Set(values.compactMap(\.type))
      if !found.isEmpty { types = found }
    }
    // A list of values without null says as much as the type does.
    if let fact = valuesFact, types != nil, !isNullable, typeFact == nil,
      fact.value.elements.contains(where: \.isNull)
    {
      isNullable = true
    }
  }

  /// Takes in a choice of bare types, which is a list of types, or of values, a list of values.
  private mutating func fold(_ union: Union, on side: Side) -> Bool {
    let members = union.members.flatMap { $0 }.map { side.target($0) }
    let words = members.map {
      Set($0.entries.compactMap(\.key.string)).subtracting(ShapeBuilder.remarks)
    }
    if words.allSatisfy({ $0 == ["type"] }) {
      take(types: Set(members.flatMap { SchemaObject($0).types }), of: union)
    } else if words.allSatisfy({
      $0.isSubset(of: ["type", "const", "enum"]) && $0.count > ($0.contains("type") ? 1 : 0)
    }) {
      take(
        values: members.flatMap { member in
          (member.fact("const").map { [$0.value] } ?? SchemaObject(member).enumeration)
            .compactMap { Shape.Value($0, at: $0, in: member) }
        }, of: union)
    } else {
      return false
    }
    lists.append(union)
    return true
  }

  private mutating func take(types found: Set<String>, of union: Union) {
    types = types.map { ShapeBuilder.common($0, found) } ?? found
    if typeFact == nil { typeFact = union.fact }
  }

  private mutating func take(values found: [Value], of union: Union) {
    guard let known = values else {
      (values, valuesFact) = (found, union.fact)
      return
    }
    let texts = Set(found.map(\.text))
    values = known.filter { texts.contains($0.text) }
  }
}
