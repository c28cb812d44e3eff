import YAML

extension Node {
  /// Whether two nodes hold the same JSON value: key order and the writing of numbers aside.
  func isSameValue(as other: Node) -> Bool {
    switch (kind, other.kind) {
    case (.scalar, .scalar):
      if let left = number, let right = other.number { return left == right }
      return scalar == other.scalar
    case (.sequence, .sequence):
      let (left, right) = (Array(elements), Array(other.elements))
      return left.count == right.count
        && zip(left, right).allSatisfy { $0.isSameValue(as: $1) }
    case (.mapping, .mapping):
      let left = Array(entries)
      return left.count == Array(other.entries).count
        && left.allSatisfy { key, value in
          key.string.flatMap { other[$0] }.map { $0.isSameValue(as: value) } ?? false
        }
    default: return false
    }
  }
}
