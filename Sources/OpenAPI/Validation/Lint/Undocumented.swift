import Diagnostics
import YAML

extension Rule {
  static let undocumented = Rule(
    id: "undocumented", severity: .note, summary: "operations say what they do", scope: .style
  ) { context, findings in
    for operation in context.operations
    where operation.node["summary"] == nil && operation.node["description"] == nil {
      findings.add("neither 'summary' nor 'description'", at: operation.method.range)
    }
  }
}
