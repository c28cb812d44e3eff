import Contract

extension Planner {
  /// Finds the types that a request may hold, where what only the server writes is not asked for,
  /// and those that an answer may hold, where what only the client writes is missing.
  mutating func findDirections() {
    var (sent, received) = (self.sent, self.received)
    for operation in contract.operations {
      for content in operation.body?.contents ?? [] { collect(content.type, in: &sent) }
      for parameter in operation.parameters { collect(parameter.type, in: &sent) }
      for content in operation.responses.flatMap(\.contents) {
        collect(content.type, in: &received)
      }
      for header in operation.responses.flatMap(\.headers) { collect(header.type, in: &received) }
    }
    for delivery in contract.deliveries { collect(delivery.type, in: &received) }
    self.sent = sent
    self.received = received
  }

  private func collect(_ use: TypeUse, in types: inout TypeTable<Bool>) {
    var open = [use]
    while let use = open.popLast() {
      guard let id = use.leaf, !types[id] else { continue }
      types[id] = true
      open += parts(of: id)
    }
  }

  /// Finds the types with limits: those that set some, then those that hold one of them, until
  /// nothing is added.
  mutating func findChecked() {
    var holders = TypeTable<[TypeID]>(contract, [])
    var open: [TypeID] = []
    for id in contract.ids {
      if case .record(let record) = shape(id), isLimited(record) { open.append(id) }
      for part in parts(of: id) {
        if let leaf = part.leaf { holders[leaf].append(id) }
      }
    }
    while let id = open.popLast() {
      if checked[id] { continue }
      checked[id] = true
      open += holders[id]
    }
  }

  private func parts(of id: TypeID) -> [TypeUse] {
    switch shape(id) {
    case .record(let record):
      record.fields.indices.map { record.fields[$0].type } + (record.additional.map { [$0] } ?? [])
    case .choice(let choice): choice.variants.indices.map { choice.variants[$0].type }
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
