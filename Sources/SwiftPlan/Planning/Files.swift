import Contract

extension Planner {
  /// A file a type with what is declared inside it; in a large API, a file for all types whose names
  /// begin with the same word, because the compiler is quickest with 20 to 50 types a file.
  mutating func files() -> [FilePlan] {
    let isLarge = roots.count > 60
    var names: [String] = []
    var groups: [String: [TypeID]] = [:]
    for id in roots {
      let type = paths[id.index].first ?? ""
      let name = isLarge ? groupName(id) : type
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(id)
    }
    return names.sorted().map { name in
      let types = (groups[name] ?? []).map { type($0) }
      let needs = (groups[name] ?? []).contains { usesFoundation($0) }
      return FilePlan(
        name: name, imports: needs ? ["ClientRuntime", "Foundation"] : ["ClientRuntime"],
        types: types)
    }
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

  /// The operations that stand in the client's file: all of them, unless they are many; then each
  /// group of the description has a file.
  func group(_ operations: [OperationPlan]) -> (own: [OperationPlan], files: [OperationFilePlan]) {
    guard operations.count > 40 else { return (operations, []) }
    var names: [String] = []
    var groups: [String: [OperationPlan]] = [:]
    for plan in operations {
      let name = groupName(contract.operations[plan.index])
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(plan)
    }
    return (
      [],
      names.sorted().map { name in
        let members = groups[name] ?? []
        // Two files of one module may not have the same name, whatever their folders.
        return OperationFilePlan(
          name: "Client+\(name)", imports: imports(members), operations: members)
      }
    )
  }

  /// The first tag, or the first fixed word of the path.
  private func groupName(_ operation: Operation) -> String {
    if let tag = operation.tags.first { return Identifier.type(tag) }
    let parts = operation.path.utf8.split(separator: UInt8(ascii: "/")).lazy
      .filter { $0.first != UInt8(ascii: "{") }.map { Substring($0) }
    let word = parts.first { !($0.first == "v" && $0.dropFirst().allSatisfy(\.isNumber)) }
    return Identifier.type(String(word ?? "Root"))
  }
}
