import Contract

extension Planner {
  /// Finds about how many lines a type takes, and each type declared inside; the contract tells, so
  /// that the names, which depend on the file, need not be known yet.
  mutating func measure(_ id: TypeID) {
    var size = ownLines(id) + Self.lines(contract.types[id.index].documentation)
    for child in children[id] {
      measure(child)
      size += sizes[child]
    }
    sizes[id] = size
  }

  /// Fields and such are gone through by their places: to take one out would copy all of it.
  private func ownLines(_ id: TypeID) -> Int {
    switch shape(id) {
    case .record(let record):
      record.fields.indices.reduce(12) { $0 + 3 + Self.lines(record.fields[$1].documentation) }
    case .enumeration(let enumeration):
      enumeration.members.indices.reduce(8) {
        $0 + 1 + Self.lines(enumeration.members[$1].documentation)
      }
    case .choice(let choice):
      choice.variants.indices.reduce(16) { $0 + 4 + Self.lines(choice.variants[$1].documentation) }
    case .alias, .duplicate: 2
    }
  }

  private static func lines(_ documentation: Documentation) -> Int {
    var (count, breaks) = (0, 0)
    for text in [documentation.summary, documentation.text] {
      guard let text else { continue }
      count += text.utf8.count
      breaks += text.utf8.withContiguousStorageIfAvailable { $0.count(of: .lineBreak) } ?? 0
    }
    return count == 0 ? 0 : 1 + count / 100 + breaks
  }

  /// About how many lines a method takes.
  func lines(_ operation: OperationPlan) -> Int {
    operation.documentation.count + operation.parameters.count + 10
      + operation.steps.reduce(0) { $0 + 1 + $1.items.count }
      + (operation.outcomes?.cases.count ?? 0) * 2
  }
}
