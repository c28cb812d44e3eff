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
    let nested = children[id].map { typeNames[$0] }
    var scope = NameScope(
      taken: ["encode", "check", "validate", "hash", "fieldTable"] + nested,
      count: record.fields.count + 1)
    let path = options.renames.isEmpty ? nil : (writtenPaths[id], paths[id])
    let wanted = record.fields.indices.map {
      wantedName(record.fields[$0].key, chosen: record.fields[$0].name, path)
    }
    var names = [String](repeating: "", count: wanted.count)
    for isExact in [true, false] {
      for index in wanted.indices where (record.fields[index].key == wanted[index]) == isExact {
        names[index] = take(
          wanted[index], from: &scope, at: record.fields[index].node,
          record.fields[index].key)
      }
    }
    names.append(scope.take("additionalProperties", at: nil).name)
    memberNames[id] = names
    return names
  }

  /// What a property would be called if nothing else had the name; there is no path where nothing is
  /// renamed.
  private mutating func wantedName(
    _ key: String, chosen: String?, _ path: (written: String, own: String)?
  ) -> String {
    if let path, let name = rename("\(path.written).\(key)", "\(path.own).\(key)") {
      return ReservedWords.member(name)
    }
    return ReservedWords.member(
      chosen.map { Identifier.member(chosen: $0) } ?? Identifier.member(key))
  }
}
