/// Values for some nodes, each found by its node's place instead of by a hash.
public struct NodeTable<Value> {
  /// The tree of the first node, and for each of its nodes where the value is, plus one; nearly all
  /// descriptions are one tree.
  @usableFromInline var tree: Tree?
  @usableFromInline var slots: [Int32] = []
  @usableFromInline var others: [Tree: [Int32]] = [:]
  @usableFromInline var values: [Value] = []

  /// Makes an empty table.
  public init() {}

  /// The value of a node.
  @inlinable
  public subscript(node: Node) -> Value? {
    get {
      let slot = slot(of: node)
      return slot == 0 ? nil : values[Int(slot) - 1]
    }
    set {
      let slot = slot(of: node)
      if let newValue, slot > 0 {
        values[Int(slot) - 1] = newValue
      } else if let newValue {
        values.append(newValue)
        setSlot(Int32(truncatingIfNeeded: values.count), of: node)
      } else if slot > 0 {
        setSlot(0, of: node)
      }
    }
  }

  /// Whether a node has a value.
  @inlinable
  public func contains(_ node: Node) -> Bool { slot(of: node) != 0 }

  @inlinable
  func slot(of node: Node) -> Int32 {
    if node.tree == tree { return slots[node.index] }
    return others.isEmpty ? 0 : others[node.tree]?[node.index] ?? 0
  }

  @inlinable
  mutating func setSlot(_ slot: Int32, of node: Node) {
    if tree == nil {
      tree = node.tree
      slots = Array(repeating: 0, count: node.tree.count)
    }
    if node.tree == tree {
      slots[node.index] = slot
    } else {
      others[node.tree, default: Array(repeating: 0, count: node.tree.count)][node.index] = slot
    }
  }
}

extension NodeTable: Sendable where Value: Sendable {}

extension NodeTable where Value == Void {
  /// Notes a node; tells whether it is new.
  @inlinable
  public mutating func insert(_ node: Node) -> Bool {
    if contains(node) { return false }
    self[node] = ()
    return true
  }
}
