import Contract
import Diagnostics
import YAML

extension Planner {
  mutating func nameOperations() {
    var scope = NameScope(
      taken: ["http", "with", "withResponse"], count: contract.operations.count)
    for operation in contract.operations {
      let text = operation.id ?? Self.words(operation)
      let route = "\(operation.method) \(operation.path)"
      let name = ReservedWords.member(rename(text, route) ?? Identifier.member(text))
      operationNames.append(take(name, from: &scope, at: operation.node, text))
    }
    var types = NameScope(count: contract.operations.count)
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
    let taken = [
      "Client", "Server", "Swift", "Foundation", "ClientRuntime", options.namespace,
    ]
    var root = NameScope(taken: taken, count: contract.types.count)
    var named: [(id: TypeID, parent: TypeID?)] = []
    for id in contract.ids {
      if case .alias = shape(id) { continue }
      let parent = parent(of: id)
      if let parent { children[parent].append(id) }
      named.append((id, parent))
    }
    for pass in [true, false] {
      for (id, parent) in named where parent == nil && isComponent(id) == pass {
        let text = rootText(id)
        let chosen =
          options.renames.isEmpty ? nil : rename(writtenText(id), text, Identifier.type(text))
        var name = ReservedWords.type(chosen ?? Identifier.type(text))
        if taken.contains(name) { name += "Model" }
        name = takeType(name, from: &root, at: contract.types[id.index].node, text)
        (typeNames[id], paths[id], lineages[id]) = (name, name, [id])
        if !options.renames.isEmpty { writtenPaths[id] = writtenText(id) }
        rootNames.insert(name)
        roots.append(id)
      }
    }
    roots.sort { $0.index < $1.index }
    for id in roots { nameChildren(of: id) }
    findShadowed()
  }

  private mutating func nameChildren(of id: TypeID) {
    let siblings = children[id]
    if siblings.isEmpty { return }
    let around = lineages[id].map { typeNames[$0] }
    let modules = ["Swift", "Foundation", "ClientRuntime"]
    var scope = NameScope(
      taken: around + modules + [options.namespace, "CodingKeys"], count: siblings.count)
    for child in siblings {
      let text = memberText(child, among: siblings)
      let chosen = options.renames.isEmpty ? nil : renameType(text, of: id)
      let name = takeType(
        ReservedWords.type(chosen ?? Identifier.type(text)), from: &scope,
        at: contract.types[child.index].node, text)
      (typeNames[child], paths[child]) = (name, String(parts: paths[id], ".", name))
      if !options.renames.isEmpty { writtenPaths[child] = "\(writtenPaths[id]).\(text)" }
      lineages[child] = lineages[id] + [child]
      nameChildren(of: child)
    }
  }

  private mutating func findShadowed() {
    for id in contract.ids where RuntimeWords.filter.mayHold(typeNames[id]) {
      if RuntimeWords.names.contains(typeNames[id]) { shadowed.insert(typeNames[id]) }
    }
    shadowedFilter = WordFilter(shadowed)
  }

  /// Names that come out the same are told apart by a number, and both authors hear of it.
  mutating func take(
    _ name: String, from scope: inout NameScope, at place: Node?, _ text: String,
    spelling: String? = nil
  ) -> String {
    let taken = scope.take(name, at: place, spelling: spelling ?? text)
    if taken.name != name, let first = taken.first {
      let isSame = text == taken.name
      diagnostics.add(
        Diagnostic(
          .warning, "name-collision",
          isSame
            ? "'\(text)' keeps its spelling in Swift, because '\(name)' is taken"
            : "'\(text)' is called '\(taken.name)' in Swift", at: place?.range,
          notes: [Diagnostic.Note("'\(name)' comes from here", at: first.range)],
          help: "choose a name under 'renames' in gen.yaml"))
    }
    return taken.name
  }

  /// The name that a person chose for something, by one of the names that it goes by: what it is
  /// called in the description, or what it would be called in Swift.
  mutating func rename(_ names: String...) -> String? {
    if options.renames.isEmpty { return nil }
    renamable.formUnion(names)
    return names.compactMap { options.renames[$0] }.first
  }

  /// The name chosen for a type inside of another; a property's is not taken for its type's.
  private mutating func renameType(_ text: String, of id: TypeID) -> String? {
    let name = Identifier.type(text)
    return rename("\(writtenPaths[id]).\(name)", "\(paths[id]).\(name)")
  }

  /// Renames that nothing was called by.
  mutating func reportRenames() {
    for (name, place) in options.renamePlaces where !renamable.contains(name) {
      diagnostics.warning(
        "unmatched-choice", "nothing is called '\(name)'", at: place,
        help: nearMiss(name, among: renamable.sorted()).map { "did you mean '\($0)'?" }
          ?? "components are renamed by their key, properties as 'Pet.status', the types of those as 'Pet.Status', operations by their id or as 'GET /pets'"
      )
    }
  }

  private mutating func takeType(
    _ name: String, from scope: inout NameScope, at place: Node?, _ text: String
  ) -> String {
    take(name, from: &scope, at: place, text, spelling: "")
  }

  private func isComponent(_ id: TypeID) -> Bool {
    if case .component = contract.types[id.index].name { return true }
    return false
  }

  /// The type that a part is declared in; a part of an alias belongs where the alias does.
  private func parent(of id: TypeID) -> TypeID? {
    guard case .member(let parent, _) = contract.types[id.index].name else { return nil }
    if case .alias = shape(parent) { return self.parent(of: parent) }
    return parent
  }

  private func rootText(_ id: TypeID) -> String {
    switch contract.types[id.index].name {
    case .component(let text): text
    case .operation(let index, let text):
      Identifier.bare(operationNames[index]) + " " + text
    case .delivery(let text): text + " delivery"
    case .member(let parent, let text): rootText(parent) + " " + text
    }
  }

  /// The same with the name that an operation has in the description.
  private func writtenText(_ id: TypeID) -> String {
    switch contract.types[id.index].name {
    case .operation(let index, let text):
      (contract.operations[index].id ?? Identifier.bare(operationNames[index])) + " " + text
    case .member(let parent, let text): writtenText(parent) + " " + text
    case .component, .delivery: rootText(id)
    }
  }

  /// An author's title is a name when it is short; a sentence is not, and a title that several parts
  /// share tells none of them apart.
  private func memberText(_ id: TypeID, among siblings: [TypeID]) -> String {
    if let title = contract.types[id.index].title, !title.isEmpty, title.width <= 40,
      title.first?.isLetter == true, title.utf8.split(separator: UInt8(ascii: " ")).count <= 4,
      !siblings.contains(where: { $0 != id && contract.types[$0.index].title == title })
    {
      return title
    }
    if case .member(_, let text) = contract.types[id.index].name { return text }
    return rootText(id)
  }
}
