extension APIContract {
  /// Marks the properties and choices that would make a type contain itself: of each cycle the first
  /// edge that closes it, in the order of declaration.
  ///
  /// Lists and maps keep their items elsewhere, so only plain properties and variants count. The walk
  /// keeps a stack of its own: chains of types may be as long as a description.
  mutating func boxRecursion() {
    var state = [Visit](repeating: .unseen, count: types.count)
    for start in types.indices where state[start] == .unseen {
      state[start] = .open
      var path = [Step(type: start, edges: edges(of: start))]
      while let step = path.last {
        guard step.next < step.edges.count else {
          state[step.type] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = step.edges[step.next]
        switch state[edge.target] {
        case .open: breakCycle(at: edge.position, of: step.type)
        case .done: break
        case .unseen:
          state[edge.target] = .open
          path.append(Step(type: edge.target, edges: edges(of: edge.target)))
        }
      }
    }
  }

  private enum Visit { case unseen, open, done }

  /// A type on the way, and how many of its edges were followed.
  private struct Step {
    var type: Int
    var edges: [(position: Int, target: Int)]
    var next = 0
  }

  private func edges(of index: Int) -> [(position: Int, target: Int)] {
    let uses: [TypeUse] =
      switch types[index].shape {
      case .record(let record): record.fields.map(\.type)
      case .choice(let choice): choice.variants.map(\.type)
      case .enumeration, .alias, .duplicate: []
      }
    return uses.enumerated().compactMap { position, use in
      use.embedded.map { (position, $0) }
    }
  }

  private mutating func breakCycle(at position: Int, of index: Int) {
    switch types[index].shape {
    case .record(var record):
      record.fields[position].isBoxed = true
      types[index].shape = .record(record)
    case .choice(var choice):
      choice.isRecursive = true
      types[index].shape = .choice(choice)
    case .enumeration, .alias, .duplicate: break
    }
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
