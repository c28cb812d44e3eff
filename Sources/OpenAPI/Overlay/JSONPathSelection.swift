import YAML

extension JSONPath.Query {
  /// A node that a query found, with everything above it, the top first.
  struct Match {
    var node: Node
    var ancestors: [Node]
  }

  /// The nodes that the query finds, in the order of the document.
  func matches(in root: Node, at current: Node? = nil) -> [Match] {
    var matches = [Match(node: isAbsolute ? root : current ?? root, ancestors: [])]
    for segment in segments {
      matches = matches.flatMap { match in
        let starts = segment.isDescendant ? descendants(of: match) : [match]
        return starts.flatMap { start in
          segment.selectors.flatMap { select($0, from: start, root: root) }
        }
      }
    }
    return matches
  }

  private func descendants(of match: Match) -> [Match] {
    [match] + children(of: match).flatMap(descendants)
  }

  private func children(of match: Match) -> [Match] {
    let nodes =
      match.node.kind == .mapping
      ? match.node.entries.map(\.value) : Array(match.node.elements)
    return nodes.map { Match(node: $0, ancestors: match.ancestors + [match.node]) }
  }

  private func select(_ selector: JSONPath.Selector, from match: Match, root: Node) -> [Match] {
    let below = { Match(node: $0, ancestors: match.ancestors + [match.node]) }
    switch selector {
    case .name(let name): return match.node[name].map { [below($0)] } ?? []
    case .wildcard: return children(of: match)
    case .index(let index):
      let items = Array(match.node.elements)
      let place = index < 0 ? items.count + index : index
      return items.indices.contains(place) ? [below(items[place])] : []
    case .slice(let start, let end, let step):
      return sliced(Array(match.node.elements), start, end, step).map(below)
    case .filter(let condition):
      return children(of: match).filter { condition.holds(for: $0.node, root: root) }
    }
  }

  /// The bounds are those of RFC 9535, 2.3.4.2.2.
  private func sliced(_ items: [Node], _ start: Int?, _ end: Int?, _ step: Int) -> [Node] {
    guard step != 0 else { return [] }
    let count = items.count
    let normal = { (index: Int) in index < 0 ? count + max(index, -count - 1) : index }
    if step > 0 {
      let lower = min(max(normal(start ?? 0), 0), count)
      let upper = min(max(normal(end ?? count), 0), count)
      return stride(from: lower, to: upper, by: step).map { items[$0] }
    }
    let upper = min(max(start.map(normal) ?? count - 1, -1), count - 1)
    let lower = min(max(end.map(normal) ?? -1, -1), count - 1)
    return stride(from: upper, to: lower, by: max(step, -count - 1)).map { items[$0] }
  }
}

extension JSONPath.Condition {
  func holds(for node: Node, root: Node) -> Bool {
    switch self {
    case .exists(let query): !query.matches(in: root, at: node).isEmpty
    case .and(let left, let right):
      left.holds(for: node, root: root) && right.holds(for: node, root: root)
    case .or(let left, let right):
      left.holds(for: node, root: root) || right.holds(for: node, root: root)
    case .not(let condition): !condition.holds(for: node, root: root)
    case .compare(let left, let sign, let right):
      sign.holds(left.value(at: node, root: root), right.value(at: node, root: root))
    }
  }
}

/// What one side of a comparison comes to; `nothing` when a query finds no node.
private enum Value {
  case nothing
  case scalar(Scalar)
  case node(Node)
}

extension JSONPath.Operand {
  fileprivate func value(at node: Node, root: Node) -> Value {
    switch self {
    case .literal(let scalar): return .scalar(scalar)
    case .query(let query):
      guard let found = query.matches(in: root, at: node).first?.node else { return .nothing }
      return found.scalar.map(Value.scalar) ?? .node(found)
    }
  }
}

extension JSONPath.Comparison {
  fileprivate func holds(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: isEqual(left, right)
    case .notEqual: !isEqual(left, right)
    case .less: isLess(left, right)
    case .greater: isLess(right, left)
    case .lessOrEqual: isLess(left, right) || isEqual(left, right)
    case .greaterOrEqual: isLess(right, left) || isEqual(left, right)
    }
  }

  private func isEqual(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing): true
    case (.node(let left), .node(let right)): left.isSameValue(as: right)
    case (.scalar(let left), .scalar(let right)):
      if let left = left.number, let right = right.number { left == right } else { left == right }
    default: false
    }
  }

  private func isLess(_ left: Value, _ right: Value) -> Bool {
    guard case .scalar(let left) = left, case .scalar(let right) = right else { return false }
    if let left = left.number, let right = right.number { return left < right }
    guard case .string(let left) = left, case .string(let right) = right else { return false }
    return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }
}

extension Scalar {
  fileprivate var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
