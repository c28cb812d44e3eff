import YAML

/// Finds the places of one file that references name, each asked for once.
final class TargetIndex {
  private let tree: Tree
  private var nodes: [String: Node?] = [:]
  private var children: [String: [String: Node]] = [:]
  private var names: (anchors: [String: Node], identifiers: [String: Node])?

  init(_ tree: Tree) { self.tree = tree }

  /// The node at a fragment: a JSON pointer, or an anchor's name.
  func node(at fragment: String) -> Node? {
    if let known = nodes[fragment] { return known }
    let node = find(fragment)
    nodes[fragment] = .some(node)
    return node
  }

  /// A child by its name; the names below one parent are gathered once.
  func child(_ name: String, of parent: String) -> Node? {
    if let known = children[parent] { return known[name] }
    var table: [String: Node] = [:]
    if let node = Pointer(parent).flatMap({ tree.root?[$0] }), node.kind == .mapping {
      for (key, value) in node.entries { key.string.map { table[$0] = value } }
    }
    children[parent] = table
    return table[name]
  }

  /// The schema whose `$id` is this.
  func node(identifiedBy identifier: String) -> Node? { gathered().identifiers[identifier] }

  private func find(_ fragment: String) -> Node? {
    if fragment.isEmpty { return tree.root }
    guard fragment.hasPrefix("/") else { return gathered().anchors[fragment] }
    guard let pointer = Pointer(fragment: fragment) else { return nil }
    if let name = pointer.tokens.last {
      let parent = Pointer(tokens: pointer.tokens.dropLast())
      if let node = child(name, of: parent.description) { return node }
    }
    return tree.root?[pointer]
  }

  private func gathered() -> (anchors: [String: Node], identifiers: [String: Node]) {
    if let names { return names }
    var found: (anchors: [String: Node], identifiers: [String: Node]) = ([:], [:])
    var seen: Set<Node> = []
    var open = tree.root.map { [$0] } ?? []
    while let node = open.popLast() {
      guard node.kind != .scalar, seen.insert(node).inserted else { continue }
      if let name = (node["$anchor"] ?? node["$dynamicAnchor"])?.string {
        found.anchors[name] = node
      }
      if let name = node["$id"]?.string { found.identifiers[name] = node }
      open += node.elements
      open += node.entries.map(\.value)
    }
    names = found
    return found
  }
}
