import Contract

extension Planner {
  func groups(_ choice: Choice, _ cases: [ChoicePlan.Case]) -> [ChoicePlan.Group] {
    var order: [JSONKind] = []
    var byKind: [JSONKind: [Int]] = [:]
    for (index, variant) in choice.variants.enumerated() {
      for kind in kinds(variant.type) {
        if byKind[kind] == nil { order.append(kind) }
        byKind[kind, default: []].append(index)
      }
    }
    // A whole number that is too large for the integers is one of the numbers.
    if let numbers = byKind[.number] {
      if byKind[.integer] == nil { order.append(.integer) }
      byKind[.integer, default: []] += numbers
    }
    let hasFallback = fallback(choice) != nil
    return order.map { group($0, byKind[$0] ?? [], choice, cases, hasFallback) }
  }

  private func group(
    _ kind: JSONKind, _ places: [Int], _ choice: Choice, _ cases: [ChoicePlan.Case],
    _ hasFallback: Bool
  ) -> ChoicePlan.Group {
    // Any text is a string, so that what only some texts are is tried before.
    let narrow = places.filter { isNarrow(choice, $0) }
    var members = (narrow + places.filter { !isNarrow(choice, $0) }).map { cases[$0] }
    let isObjects = kind == .object && members.count > 1
    let types = places.map { choice.variants[$0].type }
    let isUnclear = isObjects && (hasFallback || areUnclear(types))
    if isUnclear {
      let keys = deepKeys(types)
      for index in members.indices { members[index].keys = keys[index] }
    }
    let open = places.indices.filter { keepsKeys(choice.variants[places[$0]].type) }
    return ChoicePlan.Group(
      kinds: ".\(kind.rawValue)", cases: members, isObjects: isObjects, hasFallback: hasFallback,
      open: open.isEmpty || open.count == places.count
        ? nil : open.map(String.init).joined(separator: ", "),
      attempted: isUnclear
        ? places.map { "\(cases[$0].type).self" }.joined(separator: ", ") : nil)
  }

  /// The variant of values that are none of the others, where the shape decides: one that may be
  /// anything.
  func fallback(_ choice: Choice) -> Int? {
    guard case .shape = choice.selection else { return choice.fallback }
    return choice.variants.firstIndex { leaves(of: $0.type, depth: 0).contains(.any) }
  }

  /// Whether an object of a type keeps the keys it has no property for.
  private func keepsKeys(_ use: TypeUse) -> Bool {
    leaves(of: use, depth: 0).contains { leaf in
      if case .map = leaf { return true }
      guard case .named(let id) = leaf, case .record(let record) = contract.shape(of: id) else {
        return false
      }
      return record.additional != nil
    }
  }

  /// Whether objects of several types may have the same keys with values of other types.
  private func areUnclear(_ types: [TypeUse]) -> Bool {
    var known: [String: [TypeUse]] = [:]
    for type in types {
      var own: [String: [TypeUse]] = [:]
      for leaf in leaves(of: type, depth: 0) {
        if case .map = leaf { return true }
        guard case .named(let id) = leaf, case .record(let record) = contract.shape(of: id) else {
          continue
        }
        // Keys without a name may be those of another type.
        if let additional = record.additional, additional != .any { return true }
        for field in record.fields {
          let others = known[field.key] ?? []
          if others.contains(where: { $0 != field.type && !areAlike($0, field.type) }) {
            return true
          }
          own[field.key, default: []].append(field.type)
        }
      }
      known.merge(own, uniquingKeysWith: +)
    }
    return false
  }

  /// The types that a value may have, those of choices within choices told one by one.
  private func leaves(of use: TypeUse, depth: Int) -> [TypeUse] {
    switch use {
    case .nullable(let type): return leaves(of: type, depth: depth)
    case .named(let id):
      guard depth < 4 else { return [use] }
      switch contract.shape(of: id) {
      case .alias(let type): return leaves(of: type, depth: depth + 1)
      case .choice(let choice):
        return choice.variants.flatMap { leaves(of: $0.type, depth: depth + 1) }
      default: return [use]
      }
    default: return [use]
    }
  }

  /// Whether every value of one type can be read as the other.
  private func areAlike(_ left: TypeUse, _ right: TypeUse) -> Bool {
    let texts = [left, right].filter { use in
      if case .string(.plain) = use { return true }
      guard case .named(let id) = use else { return false }
      if case .enumeration(let it) = contract.shape(of: id) { return it.base == .string }
      return false
    }
    return texts.count == 2
  }

  private func isNarrow(_ choice: Choice, _ index: Int) -> Bool {
    switch choice.variants[index].type {
    case .string(.date), .string(.dateTime), .string(.uuid), .string(.named): true
    default: false
    }
  }

  private enum JSONKind: String {
    case boolean, integer, number, string, array, object
  }

  /// Whether a value of a type may be an object.
  func mayBeObject(_ use: TypeUse) -> Bool { kinds(use).contains(.object) }

  private func kinds(_ use: TypeUse) -> [JSONKind] {
    switch use {
    case .any: []
    case .boolean: [.boolean]
    case .integer: [.integer]
    case .number: [.number]
    case .string: [.string]
    case .list: [.array]
    case .map: [.object]
    case .nullable(let type): kinds(type)
    case .named(let id): kinds(of: id)
    }
  }

  private func kinds(of id: TypeID) -> [JSONKind] {
    switch contract.shape(of: id) {
    case .record(let record): [record.isPositional ? .array : .object]
    case .enumeration(let enumeration): enumeration.base == .integer ? [.integer] : [.string]
    case .alias(let use): kinds(use)
    case .duplicate: []
    case .choice(let choice):
      switch choice.selection {
      case .tag, .prefix: [.object]
      case .shape:
        choice.isRecursive
          ? [.object]
          : choice.variants.reduce(into: []) { all, variant in
            for kind in kinds(variant.type) where !all.contains(kind) { all.append(kind) }
          }
      }
    }
  }
}
