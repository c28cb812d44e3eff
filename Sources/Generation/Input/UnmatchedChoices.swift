import Contract
import Diagnostics
import OpenAPI

extension Description {
  /// What gen.yaml keeps or leaves out by tag, path or operation, and no operation has.
  func unmatchedChoices(_ document: Document) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    if places.isEmpty { return diagnostics }
    let keys = operationKeys(document)
    let tags = Set(keys.flatMap(\.tags))
    let paths = Set(keys.map(\.path))
    let operations = Set(keys.compactMap(\.id) + keys.map { "\($0.method) \($0.path)" })
    func report(_ what: String, _ text: String, _ place: SourceRange, _ all: Set<String>) {
      diagnostics.warning(
        "unmatched-choice", "no operation has the \(what) '\(text)'", at: place,
        help: nearMiss(text, among: all.sorted()).map { "did you mean '\($0)'?" })
    }
    for (choice, place) in places {
      switch choice {
      case .rename: break
      case .tag(let text): if !tags.contains(text) { report("tag", text, place, tags) }
      case .path(let text):
        if !paths.contains(where: { OperationSelection.matches($0, text) }) {
          report("path", text, place, paths)
        }
      case .operation(let text):
        if !operations.contains(text) { report("id", text, place, operations) }
      }
    }
    return diagnostics
  }
}
