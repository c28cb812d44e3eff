import Contract
import Diagnostics
import YAML

extension Planner {
  mutating func nameOperations() {
    var scope = NameScope(taken: ["http", "with", "withResponse"])
    for operation in contract.operations {
      let text = operation.id ?? Self.words(operation)
      let name = ReservedWords.member(options.renames[text] ?? Identifier.member(text))
      operationNames.append(take(name, from: &scope, at: operation.node.range, text))
    }
    var types = NameScope()
    operationWords = operationNames.map {
      types.take(Identifier.type(Identifier.bare($0)), at: nil).name
    }
  }

  /// An operation without an id is called by its method and path: `get users by ID posts`.
  private static func words(_ operation: Operation) -> String {
    let path = operation.path.split(separator: "/").map { part in
      part.hasPrefix("{") ? "by " + part.dropFirst().prefix { $0 != "}" } : String(part)
    }
    return ([operation.method.lowercased()] + path).joined(separator: " ")
  }

  /// Gives every type its name: components first, so that no other can take a component's.
  mutating func nameTypes() {
    paths = Array(repeating: [], count: contract.types.count)
    let taken = [
      "Client", "Server", "Swift", "Foundation", "ClientRuntime", options.namespace,
    ]
    var root = NameScope(taken: taken)
    let named = contract.types.filter { if case .alias = $0.shape { false } else { true } }
    for pass in [true, false] {
      for type in named where isRoot(type) && isComponent(type) == pass {
        let text = rootText(type)
        var name = ReservedWords.type(options.renames[text] ?? Identifier.type(text))
        if taken.contains(name) { name += "Model" }
        paths[type.id.index] = [takeType(name, from: &root, at: type.node.range, text)]
        roots.append(type.id)
      }
    }
    roots.sort { $0.index < $1.index }
    for type in named where !isRoot(type) {
      if let parent = parent(of: type) { children[parent, default: []].append(type.id) }
    }
    for id in roots { nameChildren(of: id) }
    findShadowed()
  }

  private mutating func nameChildren(of id: TypeID) {
    let path = paths[id.index]
    let modules = ["Swift", "Foundation", "ClientRuntime"]
    var scope = NameScope(taken: path + modules + [options.namespace, "CodingKeys"])
    let siblings = (children[id] ?? []).map { contract[$0] }
    let titles = Dictionary(siblings.compactMap { $0.title.map { ($0, 1) } }, uniquingKeysWith: +)
    for type in siblings {
      let child = type.id
      // A title that several parts share tells none of them apart.
      let isTelling = type.title.map { titles[$0] == 1 } ?? false
      let text = isTelling ? memberText(type) : ownText(type)
      let key = "\(path.joined(separator: ".")).\(text)"
      let name = ReservedWords.type(options.renames[key] ?? Identifier.type(text))
      paths[child.index] = path + [takeType(name, from: &scope, at: type.node.range, text)]
      nameChildren(of: child)
    }
  }

  private mutating func findShadowed() {
    for path in paths {
      guard let name = path.last else { continue }
      declared[path.dropLast(), default: []].insert(name)
      if RuntimeWords.names.contains(name) { shadowed.insert(name) }
    }
  }

  /// Names that come out the same are told apart by a number, and both authors hear of it.
  mutating func take(
    _ name: String, from scope: inout NameScope, at place: SourceRange?, _ text: String,
    spelling: String? = nil
  ) -> String {
    let taken = scope.take(name, at: place, spelling: spelling ?? text)
    if taken.name != name, let first = taken.first {
      let isSame = text == taken.name
      diagnostics.add(
        Diagnostic(
          .note, "name-collision",
          isSame
            ? "'\(text)' keeps its spelling in Swift, because '\(name)' is taken"
            : "'\(text)' is called '\(taken.name)' in Swift", at: place,
          notes: [Diagnostic.Note("'\(name)' comes from here", at: first)],
          help: "choose a name under 'renames' in gen.yaml"))
    }
    return taken.name
  }

  private mutating func takeType(
    _ name: String, from scope: inout NameScope, at place: SourceRange?, _ text: String
  ) -> String {
    take(name, from: &scope, at: place, text, spelling: "")
  }

  private func isComponent(_ type: TypeDeclaration) -> Bool {
    if case .component = type.name { return true }
    return false
  }

  private func isRoot(_ type: TypeDeclaration) -> Bool { parent(of: type) == nil }

  /// The type that a part is declared in; a part of an alias belongs where the alias does.
  private func parent(of type: TypeDeclaration) -> TypeID? {
    guard case .member(let parent, _) = type.name else { return nil }
    if case .alias = contract[parent].shape { return self.parent(of: contract[parent]) }
    return parent
  }

  private func rootText(_ type: TypeDeclaration) -> String {
    switch type.name {
    case .component(let text): text
    case .operation(let index, let text):
      Identifier.bare(operationNames[index]) + " " + text
    case .delivery(let text): text + " delivery"
    case .member(let parent, let text): rootText(contract[parent]) + " " + text
    }
  }

  /// An author's title is a name when it is short; a sentence is not.
  private func memberText(_ type: TypeDeclaration) -> String {
    if let title = type.title, !title.isEmpty, title.count <= 40, title.first?.isLetter == true,
      title.split(separator: " ").count <= 4
    {
      return title
    }
    return ownText(type)
  }

  private func ownText(_ type: TypeDeclaration) -> String {
    if case .member(_, let text) = type.name { return text }
    return rootText(type)
  }
}
