import Diagnostics
import YAML

extension Rule {
  static let emptyComposition = Rule(
    id: "empty-composition", severity: .error,
    summary: "'allOf', 'oneOf' and 'anyOf' have members", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      for key in ["allOf", "oneOf", "anyOf"] {
        if let list = schema[key], list.kind == .sequence, Array(list.elements).isEmpty {
          findings.add("'\(key)' is empty", at: list.range, help: "remove it")
        }
      }
    }
  }
}
