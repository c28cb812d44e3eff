import Contract
import YAML

extension Planner {
  func enumeration(_ enumeration: Enumeration, indent: Int) -> EnumerationPlan {
    var scope = NameScope(taken: ["allKnown", "rawValue"], count: enumeration.members.count)
    // A value that is a good name as it stands keeps it, whatever the order.
    let members = enumeration.members.map { member in
      let text = member.name ?? Self.text(member.value)
      let name = member.name.map { Identifier.member(chosen: $0) } ?? Identifier.member(text)
      return (member, text, ReservedWords.member(name))
    }
    var names = [String](repeating: "", count: members.count)
    for (index, (_, text, name)) in members.enumerated() where text == name {
      names[index] = scope.take(name, at: nil).name
    }
    for (index, (_, _, name)) in members.enumerated() where names[index].isEmpty {
      names[index] = scope.take(name, at: nil).name
    }
    let plans = zip(members, names).map { entry, name in
      EnumerationPlan.Member(
        name: name, value: Literal.scalar(entry.0.value) ?? "\"\"",
        documentation: DocComment.lines([entry.0.documentation.text], indent: indent))
    }
    let list = WrappedList(plans.map(\.name), indent: indent, head: options.access.count + 34)
    let isInteger = enumeration.base == .integer
    return EnumerationPlan(
      rawType: word(isInteger ? "Int" : "String"),
      conformance: word(isInteger ? "OpenIntegerEnum" : "OpenEnum"), members: plans,
      declarations: DeclarationPlan.gathered(
        plans.map { ($0.documentation, "\($0.name): Self = \($0.value)") },
        room: Page.width - indent - options.access.count - " static let ".count),
      allKnown: list.lines, isWide: list.isWide)
  }

  private static func text(_ value: Scalar) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): "value \(number)"
    case .number(let number): "value \(number)"
    case .bool(let flag): "value \(flag)"
    case .null: "null"
    }
  }
}
