import Diagnostics
import YAML

extension Rule {
  static let emptyEnum = Rule(
    id: "empty-enum", severity: .error, summary: "an enumeration has a value", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      if let values = schema["enum"], values.kind == .sequence, Array(values.elements).isEmpty {
        findings.add("'enum' is empty; no value fits", at: values.range)
      }
    }
  }
}
