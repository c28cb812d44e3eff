import Diagnostics
import YAML

extension Rule {
  static let duplicateRequired = Rule(
    id: "duplicate-required", severity: .error, summary: "'required' names every property once",
    scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let names = schema["required"] else { continue }
      findings.addRepeated(names.elements.map { $0 }, "the property") { $0.string }
    }
  }
}

extension Findings {
  /// Reports every value that occurred before.
  mutating func addRepeated(_ nodes: [Node], _ what: String, by key: (Node) -> String?) {
    var first: [String: Node] = [:]
    for node in nodes {
      guard let name = key(node) else { continue }
      if let earlier = first[name] {
        add(
          "\(what) '\(name)' is listed twice", at: node.range,
          notes: [Diagnostic.Note("first listed here", at: earlier.range)], help: "remove it")
      } else {
        first[name] = node
      }
    }
  }
}
