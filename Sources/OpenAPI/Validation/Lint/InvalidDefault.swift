import Diagnostics
import YAML

extension Rule {
  static let invalidDefault = Rule(
    id: "invalid-default", severity: .error, summary: "'default' is a value of the schema",
    scope: .linting
  ) { context, findings in
    let parameters = context.document.version.release == .v2 ? context.objects(.parameter) : []
    for schema in context.schemas + parameters {
      guard let value = schema["default"] else { continue }
      var check = InstanceCheck(context.document)
      guard let fault = check.fault(value, schema) else { continue }
      findings.add("'default' does not fit: \(fault.message)", at: fault.node.range)
    }
  }
}
