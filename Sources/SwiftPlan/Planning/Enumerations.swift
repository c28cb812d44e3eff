import Contract
import YAML

extension Planner {
  func enumeration(_ enumeration: Enumeration, indent: Int) -> EnumerationPlan {
    let members = enumeration.members
    let names = valueNames(members).map(\.name)
    let plans = members.indices.map { index in
      EnumerationPlan.Member(
        name: names[index], value: Literal.scalar(members[index].value) ?? "\"\"",
        documentation: DocComment.lines([members[index].documentation.text], indent: indent))
    }
    let list = WrappedList(names, indent: indent, head: options.access.count + 34)
    let isInteger = enumeration.base == .integer
    return EnumerationPlan(
      rawType: word(isInteger ? "Int" : "String"),
      conformance: word(isInteger ? "OpenIntegerEnum" : "OpenEnum"), members: plans,
      declarations: DeclarationPlan.gathered(
        plans.map { ($0.documentation, String(parts: $0.name, ": Self = ", $0.value)) },
        room: Page.width - indent - options.access.count - " static let ".count),
      allKnown: list.lines, isWide: list.isWide)
  }

  /// The text that each value is called after, what that comes to and the name it has. A value that
  /// is a good name as it stands keeps it, whatever the order.
  func valueNames(
    _ members: [Enumeration.Member]
  ) -> [(text: String, plain: String, name: String)] {
    var scope = NameScope(taken: ["allKnown", "rawValue"], count: members.count)
    let texts = members.indices.map { members[$0].name ?? Self.text(members[$0].value) }
    let plain = texts.indices.map { index in
      let isChosen = members[index].name != nil
      return isChosen ? Identifier.member(chosen: texts[index]) : Identifier.member(texts[index])
    }
    let wanted = plain.map(ReservedWords.member)
    var names = [String](repeating: "", count: members.count)
    for isExact in [true, false] {
      for index in wanted.indices where (texts[index] == wanted[index]) == isExact {
        names[index] = scope.take(wanted[index], at: nil).name
      }
    }
    return texts.indices.map { (texts[$0], plain[$0], names[$0]) }
  }

  /// A hyphen before a word is a sign, as in the orders `name` and `-name`.
  private static func signed(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "-"), text.dropFirst().first?.isLetter == true else {
      return text
    }
    return "minus " + text.dropFirst()
  }

  private static func text(_ value: Scalar) -> String {
    switch value {
    case .string(let text): signed(text)
    case .integer(let number): "value \(number < 0 ? "minus " : "")\(number.magnitude)"
    case .number(let number): "value \(number < 0 ? "minus " : "")\(number.magnitude)"
    case .bool(let flag): "value \(flag)"
    case .null: "null"
    }
  }
}
