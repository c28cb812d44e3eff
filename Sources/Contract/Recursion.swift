extension APIContract {
  /// The most that a value may hold inside another, in machine words.
  ///
  /// Types that hold each other by value grow with every level: of Stripe's, one file then compiled
  /// for more than 300 s, because every copy of such a value is spelt out field by field.
  private static let embeddedLimit = 64

  /// Marks the properties and choices that would make a type contain itself, of each cycle the first
  /// edge that closes it in the order of declaration, and those that would make it very large.
  ///
  /// Lists and maps keep their items elsewhere, so only plain properties and variants count. The walk
  /// keeps a stack of its own: chains of types may be as long as a description.
  mutating func boxRecursion() {
    var state = [Visit](repeating: .unseen, count: types.count)
    var sizes = [Int](repeating: 1, count: types.count)
    for start in types.indices where state[start] == .unseen {
      state[start] = .open
      var path = [Step(type: start, edges: edges(of: start))]
      while let step = path.last {
        guard step.next < step.edges.count else {
          state[step.type] = .done
          for edge in step.edges where sizes[edge.target] > Self.embeddedLimit {
            breakCycle(at: edge.position, of: step.type)
          }
          sizes[step.type] = size(of: types[step.type].shape, sizes)
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

  /// The words that a value takes where it stands.
  private func size(of shape: Shape, _ sizes: [Int]) -> Int {
    switch shape {
    case .record(let record):
      // Positions, because going over the fields themselves would copy each.
      var sum = record.additional == nil ? 0 : 1
      for index in record.fields.indices {
        sum += record.fields[index].isBoxed ? 1 : size(of: record.fields[index].type, sizes)
      }
      return sum
    case .choice(let choice):
      var largest = 0
      if choice.isRecursive { return 1 }
      for index in choice.variants.indices {
        largest = max(largest, size(of: choice.variants[index].type, sizes))
      }
      return 1 + largest
    case .enumeration: return 2
    case .alias(let use): return size(of: use, sizes)
    case .duplicate(let first): return sizes[first.index]
    }
  }

  private func size(of use: TypeUse, _ sizes: [Int]) -> Int {
    switch use {
    case .any: 4
    case .string: 2
    case .boolean, .integer, .number, .list, .map: 1
    case .nullable(let type): size(of: type, sizes)
    case .named(let id): sizes[declared(id.index)]
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
    var edges: [(position: Int, target: Int)] = []
    switch types[index].shape {
    case .record(let record):
      for position in record.fields.indices {
        guard let target = record.fields[position].type.embedded else { continue }
        edges.append((position, declared(target)))
      }
    case .choice(let choice):
      for position in choice.variants.indices {
        guard let target = choice.variants[position].type.embedded else { continue }
        edges.append((position, declared(target)))
      }
    case .enumeration, .alias, .duplicate: break
    }
    return edges
  }

  /// The type that is declared for an index.
  private func declared(_ index: Int) -> Int {
    if case .duplicate(let first) = types[index].shape { return first.index }
    return index
  }

  private mutating func breakCycle(at position: Int, of index: Int) {
    switch types[index].shape {
    case .record(var record):
      // Given up by the declaration, the fields are changed where they are.
      types[index].shape = .alias(.any)
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
