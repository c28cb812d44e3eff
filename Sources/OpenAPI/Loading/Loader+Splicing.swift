import Diagnostics
import YAML

/// References in places where the specification knows none, as tools that bundle files allow them.
extension Loader {
  /// How deep such references may lead to each other.
  static let deepestSplice = 12
  /// How many nodes may be put in their places in one round.
  private static let largestSplice = 2_000_000

  /// Puts what they lead to in their place; `false` when there is nothing to put.
  mutating func splice() -> Bool {
    var pieces: [Tree: [Node: Node]] = [:]
    for (holder, value) in walk.survey.misplaced {
      let reference = FoundReference(
        holder: holder, value: value, kind: .document, isMore: false, mayBeName: false)
      guard let target = target(of: reference), !target.holds(holder) else { continue }
      pieces[holder.tree, default: [:]][holder] = target
    }
    guard let first = walk.survey.misplaced.first, !pieces.isEmpty,
      let trees = spliced(pieces)
    else { return false }
    misplaced(first.value, count: pieces.values.reduce(0) { $0 + $1.count })
    replaceTrees { trees[$0] ?? $0 }
    return true
  }

  /// The trees with the pieces in their places; `nil` where pieces that hold each other make a tree
  /// grow without end.
  private func spliced(_ pieces: [Tree: [Node: Node]]) -> [Tree: Tree]? {
    let size = pieces.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.extent.count } }
    guard size <= Self.largestSplice else { return nil }
    var changed: [Tree: Tree] = [:]
    for (tree, pieces) in pieces {
      var splice = Splice(pieces)
      let spliced = splice.applied(to: tree)
      guard spliced.isWithinLimits else { return nil }
      changed[tree] = spliced
    }
    return changed
  }

  private mutating func misplaced(_ value: Node, count: Int) {
    let places = count == 1 ? "" : ", here and in \(count - 1) more places"
    readings.violation(
      "misplaced-reference",
      "'$ref' stands where \(walk.grammar.release.name) knows none\(places)", at: value.range,
      help: "what it leads to is read in its place; bundle the files to be understood everywhere")
  }

  /// What is still left after all rounds only leads to more of its kind.
  mutating func reportEndlessSplices() {
    for (_, value) in walk.survey.misplaced {
      walk.diagnostics.error(
        "circular-reference",
        "'\(value.string ?? "")' stands where \(walk.grammar.release.name) knows no reference, and leads to nothing that could be read in its place",
        at: value.range)
    }
  }
}

extension Node {
  /// Whether another node is this one or stands inside of it.
  fileprivate func holds(_ other: Node) -> Bool {
    tree == other.tree && extent.contains(other.index)
  }
}
