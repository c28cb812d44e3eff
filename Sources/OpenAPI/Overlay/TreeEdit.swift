import YAML

/// Builds a tree in which some nodes are merged with an update, or left out.
struct TreeEdit: ~Copyable {
  private let update: Node?
  private let targets: Set<Node>
  /// Everything above a target: all that has to be taken apart.
  private let ancestors: Set<Node>
  private var builder = TreeBuilder()

  /// An edit without an update removes what matches.
  init(update: Node?, matches: [JSONPath.Query.Match]) {
    self.update = update
    targets = Set(matches.map(\.node))
    ancestors = Set(matches.flatMap(\.ancestors))
  }

  mutating func applied(to tree: Tree, _ root: Node) -> Tree {
    builder = TreeBuilder(files: tree.files)
    copy(root)
    return builder.build()
  }

  private mutating func copy(_ node: Node) {
    if let update, targets.contains(node) {
      merge(node, update)
    } else if ancestors.contains(node) {
      rebuild(node)
    } else {
      builder.copy(node)
    }
  }

  private mutating func rebuild(_ node: Node) {
    if node.kind == .mapping {
      builder.beginMapping(at: node.range)
      for (key, value) in node.entries where !isRemoved(value) {
        builder.copy(key)
        copy(value)
      }
    } else {
      builder.beginSequence(at: node.range)
      for element in node.elements where !isRemoved(element) { copy(element) }
    }
    builder.end()
  }

  private func isRemoved(_ node: Node) -> Bool { update == nil && targets.contains(node) }

  /// Mappings are merged key by key, lists take more items, anything else is replaced.
  private mutating func merge(_ old: Node, _ new: Node) {
    switch (old.kind, new.kind) {
    case (.mapping, .mapping): mergeMappings(old, new)
    case (.sequence, _):
      builder.beginSequence(at: old.range)
      for element in old.elements { copy(element) }
      if new.kind == .sequence {
        for element in new.elements { builder.copy(element) }
      } else {
        builder.copy(new)
      }
      builder.end()
    default: builder.copy(new)
    }
  }

  private mutating func mergeMappings(_ old: Node, _ new: Node) {
    builder.beginMapping(at: old.range)
    for (key, value) in old.entries {
      builder.copy(key)
      guard let replacement = key.string.flatMap({ new[$0] }) else {
        copy(value)
        continue
      }
      if value.kind == replacement.kind {
        merge(value, replacement)
      } else {
        builder.copy(replacement)
      }
    }
    for (key, value) in new.entries where key.string.flatMap({ old[$0] }) == nil {
      builder.copy(key)
      builder.copy(value)
    }
    builder.end()
  }
}
