import Contract
import SwiftPlan

/// Compares what two generated modules declare, as those who write Swift against them see it.
struct SourceComparison {
  let old: SymbolTable
  let new: SymbolTable
  var changes: [SourceChange] = []
  /// The paths of types that have another name now.
  var renamed: [String: String] = [:]

  init(_ old: SymbolTable, _ new: SymbolTable) {
    self.old = old
    self.new = new
  }

  /// Everything that changed; what callers cannot tell apart is not even planned.
  static func changes(_ old: Outline, _ new: Outline) -> [SourceChange] {
    let difference = OutlineDifference(old, new)
    // What was a type and is another name now has become what that name stands for.
    return changes(
      SymbolTable(old, types: Set(difference.types.old), operations: difference.operations.old),
      SymbolTable(
        new, types: Set(difference.types.new).union(new.targets(of: difference.types.new)),
        operations: difference.operations.new))
  }

  /// Everything that changed between what two tables hold.
  static func changes(_ old: SymbolTable, _ new: SymbolTable) -> [SourceChange] {
    var comparison = SourceComparison(old, new)
    let pairs = comparison.pairTypes()
    for (left, right) in pairs { comparison.compareTypes(left, right) }
    comparison.compareMethods()
    return comparison.changes
  }

  /// A type of the old module in the words of the new one. What is not the module's own stays what it
  /// is: a `String` is none of a module that declares one now.
  func translated(_ type: String) -> String {
    let prefix = old.namespace + "."
    return TypeNames.rewrite(type) { token in
      guard token.hasPrefix(prefix) else { return token }
      let path = String(token.dropFirst(prefix.count))
      return new.names.canonical("\(new.namespace).\(renamed[path] ?? path)")
    }
  }

  /// A name as clients write it.
  func qualified(_ path: String) -> String { "\(old.namespace).\(path)" }

  /// Whether a value of one type goes wherever the other one is expected.
  static func accepts(_ wanted: String, _ given: String) -> Bool {
    if wanted == given || wanted == given + "?" { return true }
    if wanted.hasSuffix("?") {
      return accepts(
        String(wanted.dropLast()), given.hasSuffix("?") ? String(given.dropLast()) : given)
    }
    guard wanted.hasPrefix("["), given.hasPrefix("["), wanted.hasSuffix("]"), given.hasSuffix("]")
    else { return false }
    let (left, right) = (wanted.dropFirst().dropLast(), given.dropFirst().dropLast())
    let key = "String: "
    guard left.hasPrefix(key) == right.hasPrefix(key) else { return false }
    let count = left.hasPrefix(key) ? key.count : 0
    return accepts(String(left.dropFirst(count)), String(right.dropFirst(count)))
  }
}

extension Outline {
  /// The types that some of the types are only other names of, with what is declared inside them.
  fileprivate func targets(of ids: [TypeID]) -> [TypeID] {
    let targets = Set(
      ids.compactMap { id in
        if case .duplicate(let first) = contract[id].shape { first } else { nil }
      })
    var found: [TypeID] = []
    var outer: String?
    // What is declared inside a type follows it.
    for entry in types {
      if let around = outer, entry.path.hasPrefix(around) {
        found.append(entry.id)
      } else if targets.contains(entry.id) {
        found.append(entry.id)
        outer = entry.path + "."
      }
    }
    return found
  }
}
