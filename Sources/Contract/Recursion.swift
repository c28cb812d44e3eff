extension APIContract {
  /// Marks the properties and choices that would make a type contain itself: of each cycle the first edge
  /// that closes it, in the order of declaration.
  ///
  /// Lists and maps keep their items elsewhere, so only plain properties and variants count.
  mutating func boxRecursion() {
    var state = [Visit](repeating: .unseen, count: types.count)
    for index in types.indices where state[index] == .unseen { visit(index, &state) }
  }

  private enum Visit { case unseen, open, done }

  private mutating func visit(_ index: Int, _ state: inout [Visit]) {
    state[index] = .open
    switch types[index].shape {
    case .record(var record):
      for position in record.fields.indices
      where closes(record.fields[position].type, &state) {
        record.fields[position].isBoxed = true
        types[index].shape = .record(record)
      }
    case .choice(var choice):
      for variant in choice.variants where closes(variant.type, &state) {
        choice.isRecursive = true
        types[index].shape = .choice(choice)
      }
    case .enumeration, .alias: break
    }
    state[index] = .done
  }

  /// Whether a use closes a cycle; types not seen before are visited on the way.
  private mutating func closes(_ use: TypeUse, _ state: inout [Visit]) -> Bool {
    guard let target = use.embedded else { return false }
    if state[target] == .open { return true }
    if state[target] == .unseen { visit(target, &state) }
    return false
  }
}

extension TypeUse {
  /// The type whose values stand inside a value of this one.
  fileprivate var embedded: Int? {
    switch self {
    case .named(let id): id.index
    case .nullable(let type): type.embedded
    default: nil
    }
  }
}
