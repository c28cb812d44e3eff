import YAML

/// Builds a tree in which what a reference leads to stands in the place of the reference.
struct Splice: ~Copyable {
  /// What takes the place of each mapping.
  private let pieces: [Node: Node]
  /// Everything above such a mapping: all that has to be taken apart.
  private var ancestors: Set<Node> = []
  private var builder = TreeBuilder()

  init(_ pieces: [Node: Node]) {
    self.pieces = pieces
    for holder in pieces.keys { noteAncestors(of: holder) }
  }

  mutating func applied(to tree: Tree) -> Tree {
    guard let root = tree.root else { return tree }
    builder = TreeBuilder(files: tree.files)
    copy(root)
    return builder.build()
  }

  private mutating func noteAncestors(of holder: Node) {
    var tokens = holder.tree.pointer(to: holder).tokens
    while tokens.popLast() != nil {
      guard let node = holder.tree.root?[Pointer(tokens: tokens)] else { continue }
      if !ancestors.insert(node).inserted { return }
    }
  }

  private mutating func copy(_ node: Node) {
    if let piece = pieces[node] {
      put(piece, for: node)
    } else if !ancestors.contains(node) {
      builder.copy(node)
    } else if node.kind == .mapping {
      builder.beginMapping(at: node.range)
      for (key, value) in node.entries {
        builder.copy(key)
        copy(value)
      }
      builder.end()
    } else {
      builder.beginSequence(at: node.range)
      for element in node.elements { copy(element) }
      builder.end()
    }
  }

  /// What stands beside the reference is kept, and goes before what comes from elsewhere.
  private mutating func put(_ piece: Node, for holder: Node) {
    let others = holder.entries.filter { !$0.key.hasText("$ref") }
    guard piece.kind == .mapping, !others.isEmpty else { return builder.copy(piece) }
    builder.beginMapping(at: piece.range)
    for (key, value) in others {
      builder.copy(key)
      copy(value)
    }
    for (key, value) in piece.entries where key.string.flatMap({ holder[$0] }) == nil {
      builder.copy(key)
      builder.copy(value)
    }
    builder.end()
  }
}
