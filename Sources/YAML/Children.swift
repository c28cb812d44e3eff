/// The items of a sequence node.
public struct Elements: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let tree: Tree
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  @inlinable init(_ node: Node) {
    let isSequence = node.kind == .sequence
    tree = node.tree
    position = node.index + 1
    end = isSequence ? Int(node.record.end) : position
  }

  /// The next item.
  @inlinable public mutating func next() -> Node? {
    guard position < end else { return nil }
    let node = Node(tree: tree, index: position)
    position = Int(tree.records[position].end)
    return node
  }
}

/// The keys and values of a mapping node, merge keys already folded in.
public struct Entries: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let tree: Tree
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  @inlinable init(_ node: Node) {
    let isMapping = node.kind == .mapping
    tree = node.tree
    position = node.index + 1
    end = isMapping ? Int(node.record.end) : position
  }

  /// The next key with its value.
  @inlinable public mutating func next() -> (key: Node, value: Node)? {
    while position < end {
      let keyIndex = position
      let valueIndex = Int(tree.records[keyIndex].end)
      position = Int(tree.records[valueIndex].end)
      if tree.records[keyIndex].isMerge { continue }
      return (Node(tree: tree, index: keyIndex), Node(tree: tree, index: valueIndex))
    }
    return nil
  }
}
