extension SourceComparison {
  mutating func compareMembers(_ left: Container, _ right: Container) {
    for member in left.members {
      if let same = right.members.first(where: { $0.name == member.name }) {
        compare(member, same, left, right)
        continue
      }
      let other = right.members.first { candidate in
        !member.wire.isEmpty && candidate.wire == member.wire
          && !left.members.contains { $0.name == candidate.name }
      }
      let name = "\(left.path).\(member.name)"
      note(
        other == nil ? "removed" : "renamed", .breaking, member, other, left, right,
        other.map { "'\(name)' is called '\($0.name)' now" } ?? "'\(name)' is gone",
        witness: use(member, left),
        remedy: other.map { "write '\($0.name)'" } ?? "remove what uses it")
    }
    for member in right.members where !left.members.contains(where: { $0.name == member.name }) {
      if left.members.contains(where: { !$0.wire.isEmpty && $0.wire == member.wire }) { continue }
      noteAdded(member, left, right)
    }
  }

  private mutating func noteAdded(_ member: Member, _ left: Container, _ right: Container) {
    let name = "\(right.path).\(member.name)"
    guard left.form == .choice else {
      if left.form == .record, left.arguments != nil { return }
      return note("added", .compatible, nil, member, left, right, "'\(name)' is new")
    }
    let cases = left.members.map { "case .\($0.name): break" }
    let all = (cases + (left.hasOther ? ["case .other: break"] : [])).joined(separator: "; ")
    note(
      "added", .breaking, nil, member, left, right,
      "'\(name)' is a new case, which a switch over all cases has to name",
      witness: "_ = { (value: \(qualified(left.path))) -> Void in switch value { \(all) } }",
      remedy: "add 'case .\(member.name)', or a default")
  }

  private mutating func compare(
    _ old: Member, _ new: Member, _ left: Container, _ right: Container
  ) {
    let name = "\(left.path).\(old.name)"
    if translated(old.type) != new.type {
      note(
        aspect(old, new, left), .breaking, old, new, left, right,
        "'\(name)' is of type '\(shown(new.type))' instead of '\(shown(old.type))'",
        witness: typedUse(
          old, left, isGiven: Self.accepts(translated(old.type), new.type)),
        remedy: remedy(old, new))
    } else if left.form == .enumeration || left.form == .constants, old.wire != new.wire {
      note(
        "value-changed", .compatible, old, new, left, right,
        "'\(name)' stands for \(new.wire) instead of \(old.wire)")
    }
    if !old.isDeprecated, new.isDeprecated {
      note(
        "deprecated", .compatible, old, new, left, right,
        "'\(name)' is deprecated now: the compiler warns where it is used",
        remedy: "do without it before it goes")
    }
  }

  private func shown(_ type: String) -> String { type.isEmpty ? "none" : type }

  private func aspect(_ old: Member, _ new: Member, _ left: Container) -> String {
    let (before, after) = (translated(old.type), new.type)
    guard left.form == .record else {
      return left.form == .choice ? "payload-changed" : "type-changed"
    }
    if after == before + "?" { return "became-optional" }
    if before == after + "?" { return "became-required" }
    let integers = ["Int", "Int32", "Int64", "UInt32", "UInt64"]
    let bare: (String) -> String = { $0.filter { $0 != "?" } }
    if integers.contains(bare(before)), integers.contains(bare(after)) {
      return "integer-width-changed"
    }
    if before.hasPrefix("["), after.hasPrefix("["), before.contains(":") != after.contains(":") {
      return "collection-kind-changed"
    }
    return "type-changed"
  }

  private func remedy(_ old: Member, _ new: Member) -> String {
    if new.type == old.type + "?" { return "say what happens where it is nil" }
    if old.type == new.type + "?" { return "always give a value; remove what handles nil" }
    return "use the new type"
  }

  /// Tells of a member; the rule's name begins with what kind of member it is.
  private mutating func note(
    _ edit: String, _ verdict: Verdict, _ old: Member?, _ new: Member?, _ left: Container,
    _ right: Container, _ message: String, witness: String? = nil, remedy: String? = nil
  ) {
    let kind =
      switch left.form {
      case .record: "property"
      case .enumeration: "enum-member"
      case .choice: "union-case"
      case .constants: "constant"
      }
    changes.append(
      SourceChange(
        aspect: "\(kind)-\(edit)", verdict: verdict,
        symbol: "\(left.path).\((old ?? new)?.name ?? "")", message: message, witness: witness,
        remedy: remedy, old: old?.place ?? left.place, new: new?.place ?? right.place,
        around: (left.place, right.place), wire: (old ?? new)?.wire ?? "",
        site: old.flatMap { left.sites[$0.name] } ?? new.flatMap { right.sites[$0.name] }))
  }

  /// A line that names a member.
  func use(_ member: Member, _ container: Container) -> String {
    let type = qualified(container.path)
    return switch container.form {
    case .record: "_ = { (value: \(type)) in value.\(member.name) }"
    case .enumeration, .constants: "_ = \(type).\(member.name)"
    case .choice: "_ = { (value: \(type)) -> Void in if case .\(member.name) = value {} }"
    }
  }

  /// A line that needs the type of a member: it gives a value of that type, or reads one.
  func typedUse(_ member: Member, _ container: Container, isGiven: Bool) -> String {
    let (type, name) = (qualified(container.path), member.name)
    switch container.form {
    case .record:
      return isGiven
        ? "_ = { (value: inout \(type), new: \(member.type)) in value.\(name) = new }"
        : "_ = { (value: \(type)) -> \(member.type) in value.\(name) }"
    case .choice where member.type.isEmpty: return "_ = { () -> \(type) in .\(name) }"
    case .choice:
      return isGiven
        ? "_ = { (new: \(member.type)) in \(type).\(name)(new) }"
        : "_ = { (value: \(type)) -> \(member.type)? in if case .\(name)(let part) = value { let same: \(member.type) = part; return same } else { return nil } }"
    case .enumeration: return "_ = \(type).\(name)"
    case .constants:
      return container.path == "Server"
        ? serverUse(member) : "_ = { () -> \(member.type) in \(type).\(name) }"
    }
  }

  /// A line that makes an address in the way it was made.
  private func serverUse(_ member: Member) -> String {
    let server = qualified(Self.server)
    if member.type.isEmpty { return "_ = { () -> \(server) in \(server).\(member.name) }" }
    let arguments = member.type.split(separator: ", ").map {
      Argument(String($0)) { old.names.canonical($0, in: ["Server"]) }
    }
    return call("\(server).\(member.name)", arguments, taking: [])
  }

  private static let server = "Server"
}
