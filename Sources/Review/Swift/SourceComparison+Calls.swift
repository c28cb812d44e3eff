extension SourceComparison {
  /// A line that calls with arguments of their types.
  func call(
    _ function: String, _ arguments: [Argument], taking more: [String], effects: String = "",
    result: String? = nil
  ) -> String {
    let names = arguments.indices.map { "a\($0)" }
    let given = zip(names, arguments).map { name, argument in
      argument.label == "_" ? name : "\(argument.label): \(name)"
    }
    let taken = more + zip(names, arguments).map { "\($0): \($1.type)" }
    let returned = result.map { "\($0) " } ?? ""
    return
      "_ = { (\(taken.joined(separator: ", "))) \(returned)in \(effects)\(function)(\(given.joined(separator: ", "))) }"
  }

  /// What a change of the arguments does to the calls that were right before.
  struct ArgumentChange {
    var edit: String
    var verdict: Verdict
    var label: String
    var message: String
    /// The arguments of a call that was right before.
    var witness: [Argument] = []
    var remedy: String?
  }

  /// What changed between two lists of arguments, which may be some of those that a call gives.
  func argumentChanges(
    _ old: [Argument], _ new: [Argument], of given: [Argument]? = nil
  ) -> [ArgumentChange] {
    let given = given ?? old
    var changes: [ArgumentChange] = []
    for argument in old {
      guard let same = new.first(where: { $0.label == argument.label }) else {
        changes.append(
          ArgumentChange(
            edit: "removed", verdict: .breaking, label: argument.label,
            message: "takes no '\(argument.label)' any more", witness: given,
            remedy: "leave the argument out"))
        continue
      }
      changes += self.changes(argument, same, in: given)
    }
    for argument in new where !old.contains(where: { $0.label == argument.label }) {
      let isFree = argument.isDefaulted
      changes.append(
        ArgumentChange(
          edit: isFree ? "added-optional" : "added-required",
          verdict: isFree ? .compatible : .breaking, label: argument.label,
          message: "takes '\(argument.label)'\(isFree ? ", which may be left out" : " now")",
          witness: given, remedy: isFree ? nil : "give '\(argument.label)'"))
    }
    let kept = old.filter { argument in
      !changes.contains { $0.label == argument.label && $0.verdict == .breaking }
    }.map(\.label)
    let order = new.map(\.label).filter(kept.contains)
    if kept != order {
      changes.append(
        ArgumentChange(
          edit: "order-changed", verdict: .breaking, label: "",
          message: "takes its arguments in another order: \(order.joined(separator: ", "))",
          witness: given, remedy: "put the arguments into the new order"))
    }
    return changes
  }

  private func changes(_ old: Argument, _ new: Argument, in all: [Argument]) -> [ArgumentChange] {
    let type = translated(old.type)
    let isNeeded = old.isDefaulted && !new.isDefaulted
    if isNeeded, type == new.type || type == new.type + "?" {
      return [
        ArgumentChange(
          edit: "became-required", verdict: .breaking, label: old.label,
          message: "needs '\(old.label)' now", witness: all.filter { !$0.isDefaulted },
          remedy: "give '\(old.label)'")
      ]
    }
    if !Self.accepts(new.type, type) {
      return [
        ArgumentChange(
          edit: "type-changed", verdict: .breaking, label: old.label,
          message: "takes '\(old.label)' as '\(new.type)' instead of '\(old.type)'", witness: all,
          remedy: "give a value of the new type")
      ]
    }
    guard old.isDefaulted != new.isDefaulted || type != new.type else { return [] }
    return [
      ArgumentChange(
        edit: "became-optional", verdict: .compatible, label: old.label,
        message: "does not need '\(old.label)' any more")
    ]
  }

  mutating func compareInitializers(
    _ left: Container, _ right: Container, _ old: [Argument], _ new: [Argument]
  ) {
    for change in argumentChanges(old, new) {
      let (before, after) = (member(change.label, left), member(change.label, right))
      // A property that stays tells itself of its type; one that goes, that it is gone.
      let isTold = before.map { old in
        after.map { translated(old.type) != $0.type } ?? true
      }
      if isTold == true { continue }
      let isOrder = change.edit == "order-changed"
      let prefix = Self.kind(of: change.label, in: left)
      changes.append(
        SourceChange(
          aspect: isOrder ? "init-order-changed" : "\(prefix)-\(change.edit)",
          verdict: change.verdict,
          symbol: isOrder || prefix != "property"
            ? "\(left.path).init" : "\(left.path).\(change.label)",
          message: "the initializer of '\(left.path)' \(change.message)",
          witness: change.verdict < .breaking
            ? nil : call(qualified(left.path), change.witness, taking: []), remedy: change.remedy,
          old: before?.place ?? left.place, new: after?.place ?? right.place,
          around: (left.place, right.place), wire: (before ?? after)?.wire ?? change.label,
          site: left.sites[change.label] ?? right.sites[change.label]))
    }
  }

  private static func kind(of label: String, in container: Container) -> String {
    guard container.path == "Client" else { return "property" }
    return label == "server" ? "server" : "credential"
  }

  private func member(_ label: String, _ container: Container) -> Member? {
    container.members.first { $0.name == label }
  }
}
