import Diagnostics
import YAML

/// Applies the actions of an Overlay 1.0 in turn; every node keeps the place it was written at.
func apply(overlay: Tree, to tree: Tree) -> (tree: Tree, diagnostics: DiagnosticList) {
  var application = OverlayApplication(tree: tree)
  application.run(overlay)
  return (application.tree, application.diagnostics)
}

/// The description between two actions.
private struct OverlayApplication {
  var tree: Tree
  var diagnostics = DiagnosticList()

  init(tree: Tree) { self.tree = tree }

  mutating func run(_ overlay: Tree) {
    guard let root = overlay.root, let version = root["overlay"] else {
      let file = overlay.files.first.map { SourceRange(file: $0, start: .top) }
      return invalid(
        "this is no overlay: there is no 'overlay' at its top", at: file,
        help: "begin the file with 'overlay: 1.0.0'")
    }
    guard let text = version.string, text.hasPrefix("1.") else {
      return invalid(
        "'\(version.string ?? "")' is no version of Overlay known here", at: version.range,
        help: "use 'overlay: 1.0.0'")
    }
    guard let actions = root["actions"], actions.kind == .sequence else {
      return invalid("an overlay needs a list of 'actions'", at: root.range.firstPoint)
    }
    for action in actions.elements { perform(action) }
  }

  private mutating func perform(_ action: Node) {
    guard let target = action["target"], let text = target.string else {
      return invalid("an action needs a 'target'", at: action.range.firstPoint)
    }
    let removes = action["remove"]?.bool ?? false
    guard removes || action["update"] != nil else {
      return invalid("an action needs 'update' or 'remove: true'", at: action.range.firstPoint)
    }
    do {
      let matches = try JSONPathParser.parse(text)
      edit(action, target, matches, removes: removes)
    } catch {
      invalid(
        "the target is no JSONPath: \(error.message), at character \(error.offset + 1)",
        at: target.range)
    }
  }

  private mutating func edit(
    _ action: Node, _ target: Node, _ query: JSONPath.Query, removes: Bool
  ) {
    guard let root = tree.root else { return }
    let matches = query.matches(in: root)
    guard !matches.isEmpty else {
      return diagnostics.warning(
        "overlay-no-match", "the target matches nothing, so that the action does nothing",
        at: target.range, help: "correct the target, or remove the action")
    }
    if removes, matches.contains(where: { $0.node == root }) {
      return invalid("the whole description cannot be removed", at: target.range)
    }
    var edit = TreeEdit(update: removes ? nil : action["update"], matches: matches)
    tree = edit.applied(to: tree, root)
  }

  private mutating func invalid(_ message: String, at place: SourceRange?, help: String? = nil) {
    diagnostics.error("overlay-invalid", message, at: place, help: help)
  }
}
