import Diagnostics
import Foundation
import YAML

/// Walks a description, and on from every reference that it meets, until nothing is new.
struct Loader {
  let workspace: Workspace
  private(set) var root: Node
  let version: OpenAPIVersion
  var walk: StructureWalk
  /// Trees by normalised path; `nil` for a file that could not be read, reported where first met.
  private var trees: [String: Tree?] = [:]
  private var paths: [Tree: String] = [:]
  private var files: [SourceFile]
  private var indices: [Tree: TargetIndex] = [:]
  private var targets = NodeTable<Node>()
  /// What was wrong with the texts themselves, whatever is made of them.
  var readings = DiagnosticList()
  /// How many pointers that lead through other references are being followed.
  private var detours = 0
  /// Whether parts of some trees come from other files.
  private var hasPieces = false

  init(workspace: Workspace, root: Node, path: String, version: OpenAPIVersion) {
    self.workspace = workspace
    self.root = root
    self.version = version
    walk = StructureWalk(Grammar.of(version.release))
    files = root.tree.files
    let path = FilePath.normalized(path)
    trees[path] = .some(root.tree)
    paths[root.tree] = path
  }

  mutating func load() -> Document {
    follow()
    var round = 0
    while !walk.survey.misplaced.isEmpty, round < Self.deepestSplice, splice() {
      follow()
      round += 1
    }
    reportEndlessSplices()
    return Document(
      root: root, version: version, files: files, targets: chained(), survey: walk.survey,
      paths: paths)
  }

  private mutating func follow() {
    walk.walk(root, as: .document)
    var next = 0
    while next < walk.survey.references.count {
      let reference = walk.survey.references[next]
      next += 1
      guard let target = target(of: reference) else { continue }
      targets[reference.holder] = target
      walk.walk(target, as: reference.kind)
    }
  }

  /// Starts over with other trees.
  mutating func replaceTrees(_ change: (Tree) -> Tree) {
    hasPieces = true
    walk = StructureWalk(walk.grammar)
    walk.diagnostics.add(readings)
    (indices, targets) = ([:], NodeTable())
    for (path, tree) in trees {
      guard let tree else { continue }
      let changed = change(tree)
      if changed == tree { continue }
      trees[path] = .some(changed)
      paths[tree] = nil
      paths[changed] = path
      if root.tree == tree, let top = changed.root { root = top }
    }
  }

  /// The tree of the file that a text was written in: what comes from another file goes on
  /// referring to it.
  private func home(of text: Node) -> Tree {
    guard hasPieces else { return text.tree }
    return trees[FilePath.normalized(text.range.file.name)].flatMap(\.self) ?? text.tree
  }

  /// Every reference with the end of its chain; a chain that bites its own tail ends nowhere.
  private mutating func chained() -> NodeTable<Node> {
    var stops: Set<Node> = []
    for reference in walk.survey.references where reference.isMore {
      stops.insert(reference.holder)
    }
    var ends = targets
    // Where chains end that were followed already; `nil` is nowhere.
    var known: [Node: Node?] = [:]
    for reference in walk.survey.references {
      guard var end = targets[reference.holder] else { continue }
      guard targets.contains(end), !stops.contains(end) else { continue }
      var met: Set<Node> = [reference.holder]
      var found: Node? = end
      while let next = targets[end], !stops.contains(end) {
        if let known = known[end] {
          found = known
          break
        }
        found = met.insert(end).inserted ? next : nil
        guard found != nil else { break }
        end = next
      }
      for node in met where !stops.contains(node) { known[node] = .some(found) }
      if found == nil { circular(reference) }
      ends[reference.holder] = found
    }
    return ends
  }

  mutating func target(of reference: FoundReference) -> Node? {
    guard let text = reference.value.string else { return nil }
    let tree = home(of: reference.value)
    if !reference.mayBeName, !reference.isDynamic, text.hasPrefix("#/"),
      let target = index(of: tree).node(atReference: text)
    {
      return target
    }
    if reference.mayBeName, let named = named(text, near: tree) { return named }
    let (location, fragment) = text.splitFragment
    if reference.isDynamic, location.isEmpty, let target = dynamic(reference, fragment) {
      return target
    }
    let index = index(of: tree)
    let resource = index.resource(of: reference.holder)
    if location.isEmpty {
      let own = resource.flatMap { index.node(at: fragment, in: $0.node) }
      return own ?? target(fragment, in: tree, of: reference)
    }
    let meant = FilePath.reference(location, from: resource?.base)
    if let schema = index.node(identifiedBy: location) ?? index.node(identifiedBy: meant),
      let node = index.node(at: fragment, in: schema)
    {
      return node
    }
    // The network is never asked, but what a schema there refers to may lie beside it.
    let isFile = resource != nil && !meant.isRemote
    guard let other = self.tree(isFile ? meant : location, of: reference) else { return nil }
    return target(fragment, in: other, of: reference)
  }

  /// A schema by its bare name, as a discriminator's mapping may call it.
  private mutating func named(_ name: String, near tree: Tree) -> Node? {
    for tree in [tree, root.tree] {
      for parent in ["/components/schemas", "/definitions"] {
        if let node = index(of: tree).child(name, of: parent) { return node }
      }
    }
    return nil
  }

  /// What a `$dynamicRef` means where nothing builds on its schema: the anchor of its own resource.
  private mutating func dynamic(_ reference: FoundReference, _ name: String) -> Node? {
    let index = index(of: reference.holder.tree)
    guard let found = index.dynamicAnchor(name, for: reference.holder) else { return nil }
    if found.isOverridden { overridden(reference, name) }
    return found.node
  }

  private mutating func target(
    _ fragment: String, in tree: Tree, of reference: FoundReference
  ) -> Node? {
    if let node = index(of: tree).node(at: fragment) { return node }
    if let node = beyond(fragment, in: tree, of: reference) { return node }
    if !reference.mayBeName { unresolved(reference, fragment, in: tree) }
    return nil
  }

  /// The node at a pointer that goes on through what the references on its way stand for.
  private mutating func beyond(
    _ fragment: String, in tree: Tree, of reference: FoundReference
  ) -> Node? {
    guard let pointer = Pointer(fragment: fragment), var node = tree.root,
      detours < Self.mostDetours
    else { return nil }
    detours += 1
    defer { detours -= 1 }
    for token in pointer.tokens {
      if let next = node[Pointer(tokens: [token])] {
        node = next
        continue
      }
      guard let value = node["$ref"] else { return nil }
      // As if it might be a name: what is wrong with it is said where it stands.
      let other = FoundReference(
        holder: node, value: value, kind: reference.kind, isMore: false, mayBeName: true)
      guard let next = target(of: other)?[Pointer(tokens: [token])] else { return nil }
      node = next
    }
    if !reference.mayBeName { detour(reference) }
    return node
  }

  private mutating func index(of tree: Tree) -> TargetIndex {
    if let index = indices[tree] { return index }
    let index = TargetIndex(tree)
    indices[tree] = index
    return index
  }

  private mutating func tree(_ location: String, of reference: FoundReference) -> Tree? {
    let isQuiet = reference.mayBeName
    let isRemote = location.isRemote
    let selfAddress = root["$self"]?.string
    if location == selfAddress { return root.tree }
    guard let name = isRemote ? location.relative(to: selfAddress) : location else {
      if !isQuiet { remote(reference) }
      return nil
    }
    // Files beside a description are known by addresses beside what it calls itself.
    let base = paths[isRemote ? root.tree : home(of: reference.value)] ?? ""
    let path = FilePath.resolve(name.removingPercentEncoding ?? name, from: base)
    if let known = trees[path] { return known }
    guard FilePath.isInside(path, workspace.root) else {
      if !isQuiet { outside(reference) }
      return nil
    }
    return read(path, for: reference)
  }

  private mutating func read(_ path: String, for reference: FoundReference) -> Tree? {
    do {
      let file = SourceFile(name: path, bytes: try workspace.reading(path))
      let parsed = parse(file)
      if parsed.tree == nil, path.hasSuffix(".md") { return keep(text(of: file), file, path) }
      walk.diagnostics.add(parsed.diagnostics)
      readings.add(parsed.diagnostics)
      return keep(parsed.tree, file, path)
    } catch {
      if !reference.mayBeName { unreadable(reference, path, error) }
      return nil
    }
  }

  private mutating func keep(_ tree: Tree?, _ file: SourceFile, _ path: String) -> Tree? {
    trees[path] = .some(tree)
    if let tree {
      paths[tree] = path
      files.append(file)
    }
    return tree
  }

  /// A text that is no description, such as the page that an `info` refers to.
  private func text(of file: SourceFile) -> Tree {
    var builder = TreeBuilder(files: [file])
    builder.scalar(
      String(decoding: file.bytes, as: UTF8.self), at: SourceRange(file: file, start: .top))
    return builder.build()
  }
}
