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
        let field = record.fields[index]
        let isStorage = field.key.hasPrefix("_") && isStorage(field.key, record, wanted)
        names[index] = take(
          wanted[index], from: &scope, at: field.node, field.key,
          spelling: isStorage ? "" : nil)
      }
    }
    names.append(scope.take("additionalProperties", at: nil).name)
    memberNames[id] = names
    return names
  }

  /// Whether a name may be that of the storage behind another property, which has it when that
  /// property is boxed or deprecated.
  private func isStorage(_ key: String, _ record: Record, _ wanted: [String]) -> Bool {
    record.fields.indices.contains { index in
      let field = record.fields[index]
      let mayBeBoxed = if case .named = field.type { true } else { false }
      return (mayBeBoxed || field.documentation.isDeprecated)
        && field.key != key && wanted[index] == key.dropFirst()
    }
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
