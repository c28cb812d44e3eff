import Contract

extension Planner {
  /// Finds the types that a request may hold: what only the server writes is not asked for there.
  mutating func findSent() {
    for operation in contract.operations {
      for content in operation.body?.contents ?? [] { send(content.type) }
      for parameter in operation.parameters { send(parameter.type) }
    }
  }

  private mutating func send(_ use: TypeUse) {
    guard let id = use.leaf, sent.insert(id).inserted else { return }
    for part in parts(of: id) { send(part) }
  }

  /// Finds the types with limits: those that set some, then those that hold one of them, until
  /// nothing is added.
  mutating func findChecked() {
    for type in contract.types {
      if case .record(let record) = type.shape,
        record.fields.contains(where: { !checks(of: $0).isEmpty })
      {
        checked.insert(type.id)
      }
    }
    var holders: [TypeID: [TypeID]] = [:]
    for type in contract.types {
      for part in parts(of: type.id) {
        if let leaf = part.leaf { holders[leaf, default: []].append(type.id) }
      }
    }
    var open = Array(checked)
    while let id = open.popLast() {
      for holder in holders[id] ?? [] where checked.insert(holder).inserted { open.append(holder) }
    }
  }

  private func parts(of id: TypeID) -> [TypeUse] {
    switch contract[id].shape {
    case .record(let record): record.fields.map(\.type) + [record.additional].compactMap(\.self)
    case .choice(let choice): choice.variants.map(\.type)
    case .alias(let use): [use]
    case .enumeration: []
    }
  }
}

extension TypeUse {
  /// The named type inside lists, maps and optionals.
  var leaf: TypeID? {
    switch self {
    case .named(let id): id
    case .list(let type), .map(let type), .nullable(let type): type.leaf
    default: nil
    }
  }
}
