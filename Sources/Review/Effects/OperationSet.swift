/// A set of operations, by their positions in a list.
struct OperationSet: Sendable, Hashable {
  private var words: [UInt64] = []

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The positions, ascending.
  var positions: [Int] {
    words.indices.flatMap { index in
      (0..<64).filter { words[index] >> UInt64($0) & 1 == 1 }.map { index * 64 + $0 }
    }
  }

  mutating func insert(_ position: Int) {
    while words.count <= position / 64 { words.append(0) }
    words[position / 64] |= 1 << UInt64(position % 64)
  }

  /// Adds the members of another set; tells whether there were new ones.
  @discardableResult
  mutating func formUnion(_ other: OperationSet) -> Bool {
    var isGrown = false
    while words.count < other.words.count { words.append(0) }
    for (index, word) in other.words.enumerated() where words[index] | word != words[index] {
      words[index] |= word
      isGrown = true
    }
    return isGrown
  }
}
