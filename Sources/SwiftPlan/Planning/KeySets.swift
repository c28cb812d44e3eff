import Contract

/// What tells an object of a type: the keys that it must have, and those that it may have.
struct KeySets {
  var required: [String] = []
  var known: [String] = []

  /// Both as an argument.
  var text: String {
    "required: \(Literal.strings(required)), known: \(Literal.strings(known))"
  }
}

extension Planner {
  /// Of a choice, what all its variants must have and what any of them may have.
  func keySets(_ use: TypeUse, depth: Int = 0) -> KeySets {
    if case .nullable(let type) = use { return keySets(type, depth: depth) }
    guard case .named(let id) = use, depth < 4 else { return KeySets() }
    switch contract.shape(of: id) {
    case .alias(let type): return keySets(type, depth: depth + 1)
    case .record(let record) where !record.isPositional:
      return KeySets(
        required: record.fields.filter(\.isRequired).map(\.key), known: record.fields.map(\.key))
    case .choice(let choice):
      let objects = choice.variants.filter { mayBeObject($0.type) }
      let sets = objects.map { keySets($0.type, depth: depth + 1) }
      var seen: Set<String> = []
      return KeySets(
        required: (sets.first?.required ?? []).filter { key in
          sets.allSatisfy { $0.required.contains(key) }
        },
        known: sets.flatMap(\.known).filter { seen.insert($0).inserted })
    default: return KeySets()
    }
  }

  /// The keys of several types, and those of the objects in them that only some of the types have:
  /// `card/number` is the number in the card.
  func deepKeys(_ types: [TypeUse]) -> [String] {
    var inner = types.map { innerKeys($0) }
    var known: [String: Int] = [:]
    var required: [String: Int] = [:]
    for keys in inner {
      for key in keys.known { known[key, default: 0] += 1 }
      for key in keys.required { required[key, default: 0] += 1 }
    }
    // What all have alike tells none of them apart.
    let telling = known.filter { key, count in
      count < types.count || (1..<types.count).contains(required[key] ?? 0)
    }
    for index in inner.indices {
      inner[index].required.removeAll { telling[$0] == nil }
      inner[index].known.removeAll { telling[$0] == nil }
    }
    return zip(types, inner).map { type, inner in
      let outer = keySets(type)
      return KeySets(
        required: outer.required + inner.required, known: outer.known + inner.known
      ).text
    }
  }

  /// The keys of the objects that are properties of a record.
  private func innerKeys(_ use: TypeUse) -> KeySets {
    guard case .named(let id) = use, case .record(let record) = contract.shape(of: id) else {
      return KeySets()
    }
    var keys = KeySets()
    for field in record.fields where !field.key.contains("/") {
      guard case .named(let part) = field.type else { continue }
      let inner = keySets(field.type, depth: 3)
      if inner.known.count > 40 || part == id { continue }
      keys.known += inner.known.map { "\(field.key)/\($0)" }
      if field.isRequired, !field.isNullable {
        keys.required += inner.required.map { "\(field.key)/\($0)" }
      }
    }
    return keys
  }
}
