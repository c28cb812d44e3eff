import Contract

/// The declarations of two modules that callers may be able to tell apart, found before any of them is
/// planned: what its plan depends on is the same for all others.
///
/// Where it takes work to see that nothing differs, a declaration is among them.
public struct OutlineDifference: Sendable {
  /// The types of the old module, and those of the new one.
  public private(set) var types: (old: [TypeID], new: [TypeID]) = ([], [])
  /// The operations of both, by their indices.
  public private(set) var operations: (old: [Int], new: [Int]) = ([], [])
  let old: Outline
  let new: Outline
  let marks: (old: [TypeMark], new: [TypeMark])
  /// Names of types in the namespace and of operations that one side alone has.
  private(set) var lonely: [String] = []

  /// Compares the modules; both have to be made with the same options.
  public init(_ old: Outline, _ new: Outline) {
    self.old = old
    self.new = new
    var names: [String: Int] = [:]
    marks = (old.marks(&names), new.marks(&names))
    findLonely()
    findTypes()
    findOperations()
  }

  private mutating func findLonely() {
    func names(_ outline: Outline) -> Set<String> {
      Set(outline.planner.roots.map { outline.planner.typeNames[$0] })
        .union(outline.planner.operationNames)
    }
    lonely = names(old).symmetricDifference(names(new)).map { Identifier.bare($0).lowercased() }
  }

  private mutating func findTypes() {
    let others = Dictionary(
      new.types.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    var same: Set<TypeID> = []
    for entry in old.types {
      if let other = others[entry.path], isSame(entry.id, other) {
        same.insert(other)
      } else {
        types.old.append(entry.id)
      }
    }
    types.new = new.types.map(\.id).filter { !same.contains($0) }
  }

  private mutating func findOperations() {
    let others = Dictionary(
      new.planner.operationNames.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    var same: Set<Int> = []
    for (index, name) in old.planner.operationNames.enumerated() {
      if let other = others[name], isSame(index, other) {
        same.insert(other)
      } else {
        operations.old.append(index)
      }
    }
    operations.new = new.contract.operations.indices.filter { !same.contains($0) }
  }
}

/// What a name of a type says where it is used.
struct TypeMark: Hashable, Sendable {
  /// The path, as a number; 0 for what is declared nowhere.
  var path = 0
  /// The path of the type that it is only another name of.
  var target = 0
  /// Whether values have limits, of their own or inside.
  var isChecked = false
}

extension Outline {
  /// The marks of all types by id; equal paths of two modules have equal numbers.
  fileprivate func marks(_ names: inout [String: Int]) -> [TypeMark] {
    func number(_ path: String) -> Int {
      if let known = names[path] { return known }
      names[path] = names.count + 1
      return names.count
    }
    var marks = contract.ids.map { id -> TypeMark in
      TypeMark(isChecked: planner.checked[id])
    }
    for entry in types {
      marks[entry.id.index].path = number(entry.path)
      if let target = entry.target { marks[entry.id.index].target = number(target) }
    }
    // What stands inside another name of a type is named and not declared.
    for id in contract.ids where marks[id.index].path == 0 {
      let path = planner.paths[id]
      if !path.isEmpty { marks[id.index].path = number(path) }
    }
    return marks
  }
}
