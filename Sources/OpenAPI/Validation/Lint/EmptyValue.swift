import Diagnostics
import YAML

extension Rule {
  static let emptyValue = Rule(
    id: "empty-value", severity: .note,
    summary: "a parameter does not rely on 'allowEmptyValue'", scope: .linting
  ) { context, findings in
    for parameter in context.objects(.parameter) {
      guard let entry = parameter.entry("allowEmptyValue"), entry.value.bool == true else {
        continue
      }
      findings.add(
        "'allowEmptyValue' is not heeded; tools differ in what they send", at: entry.key.range,
        help: "let the schema allow an empty text, and send that")
    }
  }
}
