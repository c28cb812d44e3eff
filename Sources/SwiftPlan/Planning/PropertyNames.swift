import Contract
import YAML

extension Planner {
  /// The names of a record's properties, in order, and behind them that of the property for keys
  /// without a name.
  ///
  /// A key that is a good name as it stands keeps it, whatever the order.
  mutating func propertyNames(of record: Record, _ id: TypeID) -> [String] {
    if let known = memberNames[id] { return known }
    // A type declared inside the record is a member of it too.
    let nested = (children[id] ?? []).compactMap { paths[$0.index].last }
    var scope = NameScope(taken: ["encode", "check", "validate", "hash", "fieldTable"] + nested)
    let path = paths[id.index].joined(separator: ".")
    let wanted = record.fields.map { field in
      let rename = options.renames["\(path).\(field.key)"]
      let name = field.name.map { Identifier.member(chosen: $0) }
      return ReservedWords.member(rename ?? name ?? Identifier.member(field.key))
    }
    var names = [String](repeating: "", count: wanted.count)
    for isExact in [true, false] {
      for (index, field) in record.fields.enumerated()
      where (field.key == wanted[index]) == isExact {
        names[index] = take(wanted[index], from: &scope, at: field.node.range, field.key)
      }
    }
    names.append(scope.take("additionalProperties", at: nil).name)
    memberNames[id] = names
    return names
  }
}
