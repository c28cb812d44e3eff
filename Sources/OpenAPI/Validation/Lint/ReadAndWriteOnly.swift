import Diagnostics
import YAML

extension Rule {
  static let readAndWriteOnly = Rule(
    id: "read-and-write-only", severity: .warning,
    summary: "no property is both 'readOnly' and 'writeOnly'", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let first = schema.entry("readOnly"), let second = schema.entry("writeOnly"),
        first.value.bool == true, second.value.bool == true
      else { continue }
      findings.add("'readOnly' and 'writeOnly' together: nobody may write it", at: second.key.range)
    }
  }
}
