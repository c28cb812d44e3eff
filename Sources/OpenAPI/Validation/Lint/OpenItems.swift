import Diagnostics
import YAML

extension Rule {
  static let openItems = Rule(
    id: "open-items", severity: .warning, summary: "a list says what its items are",
    scope: .linting
  ) { context, findings in
    // Before 3.1 that is an error of its own.
    guard context.document.version.release >= .v3_1 else { return }
    let others = ["items", "prefixItems", "$ref", "$dynamicRef", "allOf", "oneOf", "anyOf", "enum"]
    for schema in context.schemas where !others.contains(where: { schema[$0] != nil }) {
      guard let type = schema["type"], SchemaObject(schema).types.contains("array") else {
        continue
      }
      findings.add(
        "a list without 'items'; its items are read as anything", at: type.range,
        help: "add 'items', also as 'items: {}' where anything is meant")
    }
  }
}
