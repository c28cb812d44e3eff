import YAML

/// Finds the places of one file that references name, each asked for once.
final class TargetIndex {
  private let tree: Tree
  private var nodes: [String: Node?] = [:]
  /// What references inside of the file lead to, by their whole text.
  private var local: [String: Node] = [:]
  private var children: [String: [String: Node]] = [:]
  private var names: Names?

  /// What schemas of the file call themselves; of two with one name, the first counts.
  private struct Names {
    var anchors: [String: Node] = [:]
    var identifiers: [String: Node] = [:]
    /// What the `$id` of each schema resource means where it stands.
    var bases: [Node: String] = [:]
    /// The anchors of each schema resource, by name.
    var owned: [Node: [String: Node]] = [:]
    /// Dynamic anchors by name, each with the schema resource that it stands in.
    var dynamic: [String: [(node: Node, resource: Node?)]] = [:]
    /// The schema resources, those with an `$id`, of the places that hold a reference.
    var resources: [Node: Node] = [:]

    mutating func identify(_ node: Node, as identifier: String, inside outer: Node?) {
      let base = FilePath.reference(identifier, from: outer.flatMap { bases[$0] })
      bases[node] = base
      for name in [identifier, base] { identifiers[name] = identifiers[name] ?? node }
    }
  }

  init(_ tree: Tree) { self.tree = tree }

  /// The node at a fragment: a JSON pointer, or an anchor's name.
  func node(at fragment: String) -> Node? {
    if let known = nodes[fragment] { return known }
    let node = find(fragment)
    nodes[fragment] = .some(node)
    return node
  }

  /// The node that a reference inside of the file leads to; `nil` when it leads nowhere or out.
  func node(atReference text: String) -> Node? {
    if let known = local[text] { return known }
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let node = node(at: String(text.dropFirst()))
    local[text] = node
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

  /// The schema whose `$id` is this, as it is written or as it is meant.
  func node(identifiedBy identifier: String) -> Node? { gathered().identifiers[identifier] }

  /// The schema with an `$id` that a place belongs to, and what that means.
  func resource(of holder: Node) -> (node: Node, base: String)? {
    let names = gathered()
    return names.resources[holder].flatMap { node in names.bases[node].map { (node, $0) } }
  }

  /// A place inside of a schema with an `$id`: a pointer from there, or an anchor.
  func node(at fragment: String, in resource: Node) -> Node? {
    if fragment.isEmpty { return resource }
    if fragment.hasPrefix("/") { return Pointer(fragment: fragment).flatMap { resource[$0] } }
    return gathered().owned[resource]?[fragment]
  }

  private func find(_ fragment: String) -> Node? {
    if fragment.isEmpty { return tree.root }
    guard fragment.hasPrefix("/") else { return gathered().anchors[fragment] }
    if let node = plain(fragment) { return node }
    guard let pointer = Pointer(fragment: fragment) else { return nil }
    if let name = pointer.tokens.last {
      let parent = Pointer(tokens: pointer.tokens.dropLast())
      if let node = child(name, of: parent.description) { return node }
    }
    return tree.root?[pointer]
  }

  /// The node at a pointer with nothing to unescape, as nearly all are: the text before its last
  /// step names the parent.
  private func plain(_ fragment: String) -> Node? {
    let bytes = fragment.utf8
    guard !bytes.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "%") }),
      let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    return child(String(fragment[bytes.index(after: slash)...]), of: String(fragment[..<slash]))
  }

  /// The dynamic anchor of a holder's own resource, else the first of the file; and whether there
  /// are others that may take its place.
  func dynamicAnchor(_ name: String, for holder: Node) -> (node: Node, isOverridden: Bool)? {
    let names = gathered()
    guard let all = names.dynamic[name], let first = all.first else { return nil }
    let own = all.first { $0.resource == names.resources[holder] }
    return ((own ?? first).node, all.count > 1)
  }

  private func gathered() -> Names {
    if let names { return names }
    var found = Names()
    var seen: Set<Node> = []
    var open: [(node: Node, resource: Node?)] = tree.root.map { [($0, nil)] } ?? []
    while let (node, outer) = open.popLast() {
      guard node.kind != .scalar, seen.insert(node).inserted else { continue }
      let identifier = node["$id"]?.string
      let resource = identifier == nil ? outer : node
      if let identifier { found.identify(node, as: identifier, inside: outer) }
      if let name = (node["$anchor"] ?? node["$dynamicAnchor"])?.string {
        found.anchors[name] = found.anchors[name] ?? node
        if let resource { found.owned[resource, default: [:]][name] = node }
      }
      if let name = node["$dynamicAnchor"]?.string {
        found.dynamic[name, default: []].append((node, resource))
      }
      if resource != nil, node["$dynamicRef"] != nil || node["$ref"] != nil {
        found.resources[node] = resource
      }
      let children = Array(node.elements) + node.entries.map(\.value)
      open += children.reversed().map { ($0, resource) }
    }
    names = found
    return found
  }
}
