import Contract

extension Planner {
  /// About how many lines a type takes, with everything declared inside; the contract tells, so
  /// that the names, which depend on the file, need not be known yet.
  func lines(_ id: TypeID) -> Int {
    let own =
      switch contract[id].shape {
      case .record(let record):
        12 + record.fields.reduce(0) { $0 + 3 + lines($1.documentation) }
      case .enumeration(let enumeration):
        8 + enumeration.members.reduce(0) { $0 + 1 + lines($1.documentation) }
      case .choice(let choice):
        16 + choice.variants.reduce(0) { $0 + 4 + lines($1.documentation) }
      case .alias, .duplicate: 2
      }
    return own + lines(contract[id].documentation)
      + (children[id] ?? []).reduce(0) { $0 + lines($1) }
  }

  func lines(_ documentation: Documentation) -> Int {
    let text = (documentation.summary ?? "") + (documentation.text ?? "")
    return text.isEmpty ? 0 : 1 + text.utf8.count / 100 + text.utf8.count { $0 == 10 }
  }

  /// About how many lines a method takes.
  func lines(_ operation: OperationPlan) -> Int {
    operation.documentation.count + operation.parameters.count + 10
      + operation.steps.reduce(0) { $0 + 1 + $1.items.count }
      + (operation.outcomes?.cases.count ?? 0) * 2
  }
}
