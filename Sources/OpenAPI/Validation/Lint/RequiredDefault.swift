import Diagnostics
import YAML

extension Rule {
  static let requiredDefault = Rule(
    id: "required-default", severity: .note,
    summary: "what is required needs no default", scope: .style
  ) { context, findings in
    for parameter in context.objects(.parameter) where parameter["required"]?.bool == true {
      guard let value = (parameter["schema"] ?? parameter).entry("default") else { continue }
      findings.add("a required parameter has a default that is never used", at: value.key.range)
    }
  }
}
