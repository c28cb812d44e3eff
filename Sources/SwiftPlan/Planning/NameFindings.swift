import Contract
import Diagnostics
import YAML

extension Planner {
  /// Tells of names that nobody would expect from the description; the names are given by now.
  mutating func reportNames() {
    reportOperationNames()
    for id in contract.ids {
      switch shape(id) {
      case .record(let record): reportPropertyNames(record, id)
      case .enumeration(let enumeration):
        reportValueNames(enumeration.members, contract.types[id.index].node)
      case .choice, .alias, .duplicate: break
      }
      reportTypeName(id)
    }
  }

  private mutating func add(
    _ rule: NameRule, _ message: String, at place: Node?, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.add(
      Diagnostic(
        rule.severity, rule.rawValue, message, at: place?.range, notes: notes,
        help: rule == .collidingValues
          ? "name the values under 'x-enum-varnames'" : "choose a name under 'renames' in gen.yaml")
    )
  }

  /// Whether a person chose a name, who knows what comes out.
  private func isChosen(_ name: String) -> Bool {
    !options.renames.isEmpty && options.renames.values.contains(Identifier.bare(name))
  }

  private mutating func reportOperationNames() {
    let wanted = contract.operations.map { $0.id.map { Identifier.member($0) } }
    var counts: [String: Int] = [:]
    for case let name? in wanted { counts[name, default: 0] += 1 }
    for (index, operation) in contract.operations.enumerated() {
      guard let id = operation.id, let plain = wanted[index] else { continue }
      let name = operationNames[index]
      // Two that want the same name hear of it already.
      let isTaken = name != plain && counts[plain] == 1
      guard isTaken || !Self.isWord(id), !isChosen(name) else { continue }
      add(
        .renamedOperation,
        isTaken
          ? "'\(id)' has a meaning of its own in Swift; the method is called '\(name)'"
          : "'\(id)' is no name; the method is called '\(name)'",
        at: operation.node[keyword: "operationId"] ?? operation.node)
    }
  }

  /// Whether an id begins with a letter and holds nothing that an address may not hold.
  private static func isWord(_ id: String) -> Bool {
    guard let first = id.first, first.isLetter || first == "_" else { return false }
    return id.allSatisfy { $0.isLetter || $0.isNumber || "-._~:/#@!$'()*+,;=".contains($0) }
  }

  private mutating func reportPropertyNames(_ record: Record, _ id: TypeID) {
    guard let names = memberNames[id] else { return }
    let plain = record.fields.map { Identifier.member($0.key) }
    var counts: [String: Int] = [:]
    for name in plain { counts[name, default: 0] += 1 }
    for (index, field) in record.fields.enumerated() where field.name == nil {
      let name = Identifier.bare(names[index])
      guard name != plain[index], counts[plain[index]] == 1, !isChosen(name) else { continue }
      add(
        .renamedMember,
        "'\(field.key)' has a meaning of its own in Swift; the property is called '\(name)'",
        at: contract.types[id.index].node["properties"]?.entry(field.key)?.key ?? field.node)
    }
  }

  private mutating func reportValueNames(_ members: [Enumeration.Member], _ schema: Node) {
    let names = valueNames(members)
    for (index, member) in members.enumerated() {
      let (text, plain) = (names[index].text, names[index].plain)
      let name = Identifier.bare(names[index].name)
      if name == plain { continue }
      let place = Self.place(of: member.value, in: schema)
      let wanted = ReservedWords.member(plain)
      if names[index].name != wanted, let other = names.firstIndex(where: { $0.name == wanted }) {
        let others = Self.place(of: members[other].value, in: schema)
        add(
          .collidingValues,
          "'\(text)' is called '\(name)' in Swift, because '\(names[other].text)' is '\(Identifier.bare(names[other].name))'",
          at: place, notes: [Diagnostic.Note("the other value", at: others.range)])
      } else {
        add(
          .renamedMember,
          "'\(text)' has a meaning of its own in Swift; the value is called '\(name)'", at: place)
      }
    }
  }

  /// Where a value is written, or its schema where it comes from elsewhere.
  private static func place(of value: Scalar, in schema: Node) -> Node {
    let values = schema["enum"].map { Array($0.elements) } ?? []
    return values.first { $0.scalar == value || .string($0.string ?? "") == value } ?? schema
  }

  private mutating func reportTypeName(_ id: TypeID) {
    guard case .component(let text) = contract.types[id.index].name else { return }
    let plain = Identifier.type(text)
    let name = Identifier.bare(typeNames[id])
    guard !name.isEmpty, name != plain, !isChosen(name),
      // Two that want the same name hear of it already.
      !roots.contains(where: { $0 != id && typeNames[$0] == plain })
    else { return }
    add(
      .renamedMember,
      "'\(text)' is taken in Swift; the type is called '\(name)'",
      at: contract.types[id.index].node)
  }
}
