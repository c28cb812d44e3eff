import Contract

extension Planner {
  /// Where the types stand: a file a type with what is declared inside it; in a large API, a file
  /// for all types whose names begin with the same word, because the compiler is quickest with 20
  /// to 50 types a file. What would make a file too long is declared in extensions elsewhere.
  ///
  /// Comes before any type is planned: extensions see less, so that names are longer there.
  mutating func placeTypes() {
    let isLarge = roots.count > 60
    let groups = Dictionary(grouping: roots) { isLarge ? groupName($0) : paths[$0.index][0] }
    for (name, ids) in groups {
      let entries = ids.map { id in
        let (own, words) = (paths[id.index][0], words(id))
        let text = own.hasPrefix(name) ? String(own.dropFirst(name.count)) : own
        return Filed(item: id, words: words, lines: lines(id), text: text)
      }
      for file in FileGroup.split(entries, name: name, depth: 1) {
        for id in file.items { fileNames[id] = file.name }
      }
    }
    for id in roots { moveChildren(of: id) }
  }

  /// Splits what is declared inside a long type.
  private mutating func moveChildren(of id: TypeID) {
    let nested = children[id] ?? []
    guard lines(id) > Page.lines else { return }
    let entries = nested.map { child in
      let name = paths[child.index].last ?? ""
      return Filed(item: child, words: Words(name).all, lines: lines(child), text: name)
    }
    let own = lines(id) - entries.reduce(0) { $0 + $1.lines }
    let limit = max(Page.lines - own, Page.worthwhile)
    for file in FileGroup.split(entries, name: "", depth: 0, limit: limit) where file.name != "" {
      for child in file.items {
        fileNames[child] = (paths[id.index] + [file.name]).joined(separator: "+")
        moved.insert(paths[child.index])
      }
    }
    for child in nested { moveChildren(of: child) }
  }

  /// All types with what is declared inside, and the files that they stand in.
  mutating func files() -> (types: [TypePlan], files: [FilePlan]) {
    var files: [String: FilePlan] = [:]
    var types: [(name: String, plan: TypePlan)] = []
    for id in roots {
      let plan = type(id)
      types.append((plan.name, plan))
      place(plan, id, scope: "", &files)
    }
    return (
      types.sorted { $0.name < $1.name }.map(\.plan), files.values.sorted { $0.name < $1.name }
    )
  }

  private func place(
    _ plan: TypePlan, _ id: TypeID, scope: String, _ files: inout [String: FilePlan]
  ) {
    let name = fileNames[id] ?? plan.name
    let imports = usesFoundation(id) ? ["ClientRuntime", "Foundation"] : ["ClientRuntime"]
    // Names that differ by case alone are one file for some file systems.
    let key = name.lowercased()
    var file = files[key] ?? FilePlan(name: name, scope: scope, imports: imports, types: [])
    file.name = min(file.name, name)
    if imports.count > file.imports.count { file.imports = imports }
    let index = file.types.count
    file.types.append(plan)
    files[key] = file
    let whole = kept(plan, id, &files)
    files[key]?.types[index] = whole
  }

  /// A type without what stands in other files.
  private func kept(
    _ plan: TypePlan, _ id: TypeID, _ files: inout [String: FilePlan]
  ) -> TypePlan {
    guard !moved.isEmpty, !plan.form.isAlias else { return plan }
    var plan = plan
    var nested: [TypePlan] = []
    for (child, childPlan) in zip(children[id] ?? [], plan.nested) {
      if moved.contains(paths[child.index]) {
        place(childPlan, child, scope: "." + plan.path, &files)
      } else {
        nested.append(kept(childPlan, child, &files))
      }
    }
    plan.nested = nested
    return plan
  }

  /// What decides on a type's file: its name, or the place of the operation that it was made for.
  private func words(_ id: TypeID) -> [String] {
    if case .operation(let index, _) = contract[id].name {
      return Self.fixedWords(contract.operations[index])
    }
    return Words(paths[id.index].first ?? "").all
  }

  /// A component's first word, or the group of the operation that a type was made for.
  private func groupName(_ id: TypeID) -> String {
    if case .operation(let index, _) = contract[id].name {
      return groupName(contract.operations[index]) + "Operations"
    }
    let type = paths[id.index].first ?? ""
    let word = Words(type).all.first ?? type
    // Names that only a number tells apart stand together.
    let letters = word.isSmall ? word : String(word.prefix { !$0.isNumber })
    return letters == "Client" ? "ClientModels" : letters.isEmpty ? word : letters
  }

  private func usesFoundation(_ id: TypeID) -> Bool {
    let own =
      switch contract[id].shape {
      case .record(let record):
        record.fields.contains { needsFoundation($0.type) }
          || record.additional.map { needsFoundation($0) } == true
      case .choice(let choice): choice.variants.contains { needsFoundation($0.type) }
      case .enumeration, .alias, .duplicate: false
      }
    return own || (children[id] ?? []).contains { usesFoundation($0) }
  }

  /// The operations that stand in the client's file: all of them, unless they are many or long;
  /// then each group of the description has a file.
  func group(_ operations: [OperationPlan]) -> (own: [OperationPlan], files: [OperationFilePlan]) {
    guard operations.count > 40 || operations.reduce(0, { $0 + lines($1) }) > Page.lines else {
      return (operations, [])
    }
    let groups = Dictionary(grouping: operations) { groupName(contract.operations[$0.index]) }
    var files: [String: FileGroup<OperationPlan>] = [:]
    for (name, members) in groups {
      let entries = members.map { plan in
        let words = Self.fixedWords(contract.operations[plan.index])
        return Filed(item: plan, words: words, lines: lines(plan), text: words.joined())
      }
      for file in FileGroup.split(entries, name: name, depth: 1) {
        files[file.name.lowercased(), default: FileGroup(name: file.name, items: [])].items +=
          file.items
      }
    }
    return (
      [],
      files.values.sorted { $0.name < $1.name }.map { file in
        // Two files of one module may not have the same name, whatever their folders.
        OperationFilePlan(
          name: "Client+\(file.name)", imports: imports(file.items),
          operations: file.items.sorted { $0.index < $1.index })
      }
    )
  }

  /// The first tag, or the first fixed word of the path.
  private func groupName(_ operation: Operation) -> String {
    if let tag = operation.tags.first { return Identifier.type(tag) }
    return Self.fixedWords(operation).first ?? "Root"
  }

  /// The fixed words of an operation's path, without a version, and its method.
  private static func fixedWords(_ operation: Operation) -> [String] {
    let parts = operation.path.split(separator: "/").filter { !$0.hasPrefix("{") }
    let words = parts.filter { !($0.first == "v" && $0.dropFirst().allSatisfy(\.isNumber)) }
    return (words.map(String.init) + [operation.method.lowercased()]).map { Identifier.type($0) }
  }
}
