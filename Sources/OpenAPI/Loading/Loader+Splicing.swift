import Diagnostics
import YAML

/// References in places where the specification knows none, as tools that bundle files allow them.
extension Loader {
  /// How deep such references may lead to each other.
  static let deepestSplice = 12

  /// Puts what they lead to in their place; `false` when there is nothing to put.
  mutating func splice() -> Bool {
    var pieces: [ObjectIdentifier: [Node: Node]] = [:]
    for (holder, value) in walk.survey.misplaced {
      let reference = FoundReference(
        holder: holder, value: value, kind: .document, isMore: false, mayBeName: false)
      guard let target = target(of: reference), target != holder else { continue }
      pieces[ObjectIdentifier(holder.tree), default: [:]][holder] = target
    }
    guard let first = walk.survey.misplaced.first, !pieces.isEmpty else { return false }
    misplaced(first.value, count: pieces.values.reduce(0) { $0 + $1.count })
    replaceTrees { tree in
      guard let pieces = pieces[ObjectIdentifier(tree)] else { return tree }
      var splice = Splice(pieces)
      return splice.applied(to: tree)
    }
    return true
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
