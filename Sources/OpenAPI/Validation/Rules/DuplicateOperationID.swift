import Diagnostics
import YAML

extension Rule {
  static let duplicateOperationID = Rule(
    id: "duplicate-operation-id", severity: .warning,
    summary: "every operation has an id of its own", isViolation: true
  ) { context, findings in
    var first: [String: Node] = [:]
    for operation in context.operations {
      guard let id = operation.node[keyword: "operationId"], let text = id.string, !text.isEmpty
      else {
        continue
      }
      if let earlier = first[text] {
        // One path item may stand under two paths; it is still one place in the text.
        if earlier == id { continue }
        findings.add(
          "the operationId '\(text)' is used twice; this one is called by its method and path",
          at: id.range,
          notes: [Diagnostic.Note("first used here", at: earlier.range)],
          help: "give this operation an id of its own")
      } else {
        first[text] = id
      }
    }
  }
}
