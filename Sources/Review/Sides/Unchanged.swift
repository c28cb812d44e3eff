import YAML

/// Tells which nodes say the same in both descriptions, everything that they refer to included.
///
/// Equal texts hold equal references in equal order, so that their targets pair up; a pair is
/// changed when its own text differs or when it leads to a changed pair.
final class Unchanged {
  private struct Pair: Hashable {
    var old: Node
    var new: Node
  }

  private let old: Contents
  private let new: Contents
  private var known: [Pair: Bool] = [:]

  init(_ old: Contents, _ new: Contents) {
    self.old = old
    self.new = new
  }

  func contains(_ old: Node, _ new: Node) -> Bool {
    guard let next = follow(Pair(old: old, new: new)) else { return false }
    for pair in next {
      if known[pair] == nil { explore(pair) }
      if known[pair] == false { return false }
    }
    return true
  }

  /// The pairs that a pair leads to; `nil` when its own text differs.
  private func follow(_ pair: Pair) -> [Pair]? {
    guard old.digest(pair.old) == new.digest(pair.new), let from = old.targets(in: pair.old),
      let to = new.targets(in: pair.new), from.count == to.count
    else { return nil }
    return zip(from, to).map { Pair(old: $0, new: $1) }
  }

  /// Settles a pair and all that it leads to.
  private func explore(_ start: Pair) {
    var sources: [Pair: [Pair]] = [:]
    var met: Set<Pair> = [start]
    var open = [start]
    var changed: [Pair] = []
    while let pair = open.popLast() {
      guard let next = known[pair] == false ? nil : follow(pair) else {
        changed.append(pair)
        continue
      }
      for target in next where known[target] != true {
        sources[target, default: []].append(pair)
        if met.insert(target).inserted { open.append(target) }
      }
    }
    for pair in met { known[pair] = true }
    while let pair = changed.popLast() {
      if known[pair] == false { continue }
      known[pair] = false
      changed += sources[pair] ?? []
    }
  }
}
