import Contract

extension Planner {
  /// Finds the types that a request may hold, where what only the server writes is not asked for,
  /// and those that an answer may hold, where what only the client writes is missing.
  mutating func findDirections() {
    var sent: Set<TypeID> = []
    var received: Set<TypeID> = []
    for operation in contract.operations {
      for content in operation.body?.contents ?? [] { collect(content.type, in: &sent) }
      for parameter in operation.parameters { collect(parameter.type, in: &sent) }
      for content in operation.responses.flatMap(\.contents) {
        collect(content.type, in: &received)
      }
    }
    for delivery in contract.deliveries { collect(delivery.type, in: &received) }
    self.sent = sent
    self.received = received
  }

  private func collect(_ use: TypeUse, in types: inout Set<TypeID>) {
    var open = [use]
    while let use = open.popLast() {
      guard let id = use.leaf, types.insert(id).inserted else { continue }
      open += parts(of: id)
    }
  }

  /// Finds the types with limits: those that set some, then those that hold one of them, until
  /// nothing is added.
  mutating func findChecked() {
    for type in contract.types {
      if case .record(let record) = type.shape, isLimited(record) { checked.insert(type.id) }
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
    case .duplicate(let first): [.named(first)]
    case .enumeration: []
    }
  }
}

extension TypeUse {
  /// What a list or a map holds.
  var element: TypeUse? {
    switch self {
    case .list(let element), .map(let element): element
    default: nil
    }
  }

  /// The named type inside lists, maps and optionals.
  var leaf: TypeID? {
    switch self {
    case .named(let id): id
    case .list(let type), .map(let type), .nullable(let type): type.leaf
    default: nil
    }
  }
}
