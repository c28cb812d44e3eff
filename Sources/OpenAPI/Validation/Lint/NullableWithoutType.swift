import Diagnostics
import YAML

extension Rule {
  static let nullableWithoutType = Rule(
    id: "nullable-without-type", severity: .warning,
    summary: "'nullable' stands beside 'type'", scope: .linting
  ) { context, findings in
    guard context.document.version.release == .v3_0 else { return }
    for schema in context.schemas where schema["type"] == nil && schema["$ref"] == nil {
      guard let entry = schema.entry("nullable") else { continue }
      findings.add("'nullable' has an effect beside 'type' only", at: entry.key.range)
    }
  }
}
