import Contract

extension Planner {
  /// Where the types stand: a file a type with what is declared inside it; in a large API, a file
  /// for all types whose names begin with the same word, because the compiler is quickest with 20
  /// to 50 types a file. What would make a file too long is declared in extensions elsewhere.
  ///
  /// Comes before any type is planned: extensions see less, so that names are longer there.
  mutating func placeTypes() {
    for id in roots { measure(id) }
    let isLarge = roots.count > 60
    var groups: [String: [Filed<TypeID>]] = [:]
    for id in roots {
      var entry = Filed(item: id, words: words(id), lines: sizes[id], text: typeNames[id])
      let name = isLarge ? groupName(entry) : typeNames[id]
      if entry.text.hasPrefix(name) { entry.text.removeFirst(name.count) }
      groups[name, default: []].append(entry)
    }
    for (name, entries) in groups {
      for file in FileGroup.split(entries, name: name, depth: 1) {
        for id in file.items { fileNames[id] = file.name }
      }
    }
    for id in roots { moveChildren(of: id) }
  }

  /// Splits what is declared inside a long type.
  private mutating func moveChildren(of id: TypeID) {
    guard sizes[id] > Page.lines else { return }
    let entries = children[id].map { child in
      let name = typeNames[child]
      return Filed(item: child, words: Words(name).all, lines: sizes[child], text: name)
    }
    let own = sizes[id] - entries.reduce(0) { $0 + $1.lines }
    let limit = max(Page.lines - own, Page.worthwhile)
    for file in FileGroup.split(entries, name: "", depth: 0, limit: limit) where file.name != "" {
      for child in file.items {
        let path = lineages[id].map { typeNames[$0] } + [file.name]
        fileNames[child] = path.joined(separator: "+")
        moved[child] = true
        isSplit[id] = true
      }
    }
    for child in children[id] {
      moveChildren(of: child)
      if isSplit[child] { isSplit[id] = true }
    }
  }

  /// All types with what is declared inside, and the files that they stand in.
  mutating func files() -> (types: [TypePlan], files: [FilePlan]) {
    var files = FilePlans()
    var types: [TypePlan] = []
    types.reserveCapacity(roots.count)
    for id in roots {
      let plan = type(id)
      types.append(plan)
      place(plan, id, scope: "", &files)
    }
    return (types.sorted { $0.name < $1.name }, files.all.sorted { $0.name < $1.name })
  }

  private func place(
    _ plan: TypePlan, _ id: TypeID, scope: String, _ files: inout FilePlans
  ) {
    let place = files.add(
      plan, to: fileNames[id] ?? plan.name, scope: scope,
      imports: usesFoundation(id) ? ["ClientRuntime", "Foundation"] : ["ClientRuntime"])
    if isSplit[id], !plan.form.isAlias { files[place] = kept(plan, id, &files) }
  }

  /// A type without what stands in other files.
  private func kept(
    _ plan: TypePlan, _ id: TypeID, _ files: inout FilePlans
  ) -> TypePlan {
    guard isSplit[id], !plan.form.isAlias else { return plan }
    var plan = plan
    var nested: [TypePlan] = []
    for (child, childPlan) in zip(children[id], plan.nested) {
      if moved[child] {
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
    if case .operation(let index, _) = contract.types[id.index].name { return pathWords[index] }
    return Words(typeNames[id]).all
  }

  /// A component's first word, or the group of the operation that a type was made for.
  private func groupName(_ entry: Filed<TypeID>) -> String {
    if case .operation(let index, _) = contract.types[entry.item.index].name {
      return groupName(ofOperation: index) + "Operations"
    }
    let word = entry.words.first ?? typeNames[entry.item]
    // Names that only a number tells apart stand together.
    let letters = word.isSmall ? word : String(word.prefix { !$0.isNumber })
    return letters == "Client" ? "ClientModels" : letters.isEmpty ? word : letters
  }

  private func usesFoundation(_ id: TypeID) -> Bool {
    let own =
      switch shape(id) {
      case .record(let record):
        record.fields.indices.contains { needsFoundation(record.fields[$0].type) }
          || record.additional.map { needsFoundation($0) } == true
      case .choice(let choice):
        choice.variants.indices.contains { needsFoundation(choice.variants[$0].type) }
      case .enumeration, .alias, .duplicate: false
      }
    return own || children[id].contains { usesFoundation($0) }
  }

  /// The operations that stand in the client's file: all of them, unless they are many or long;
  /// then each group of the description has a file.
  func group(_ operations: [OperationPlan]) -> (own: [OperationPlan], files: [OperationFilePlan]) {
    guard operations.count > 40 || operations.reduce(0, { $0 + lines($1) }) > Page.lines else {
      return (operations, [])
    }
    var groups: [String: [Filed<OperationPlan>]] = [:]
    for plan in operations {
      groups[groupName(ofOperation: plan.index), default: []].append(
        Filed(
          item: plan, words: pathWords[plan.index], lines: lines(plan),
          text: pathWords[plan.index].joined()))
    }
    var files: [String: FileGroup<OperationPlan>] = [:]
    for (name, entries) in groups {
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
  private func groupName(ofOperation index: Int) -> String {
    if let tag = contract.operations[index].tags.first { return Identifier.type(tag) }
    return pathWords[index].first ?? "Root"
  }

  /// The fixed words of an operation's path, without a version, and its method.
  static func fixedWords(_ operation: Operation) -> [String] {
    let parts = operation.path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    let words = parts.filter { $0.utf8.first != UInt8(ascii: "{") && !isVersion($0) }
    return (words.map(String.init) + [operation.method.lowercased()]).map { Identifier.type($0) }
  }

  private static func isVersion(_ part: Substring) -> Bool {
    part.utf8.first == UInt8(ascii: "v") && part.dropFirst().allSatisfy(\.isNumber)
  }
}
