import Diagnostics
import YAML

extension Rule {
  static let missingOperationID = Rule(
    id: "missing-operation-id", severity: .note,
    summary: "operations have an 'operationId', which names them in code", scope: .style
  ) { context, findings in
    for operation in context.operations where operation.node["operationId"] == nil {
      findings.add(
        "no 'operationId': the method is named after the path", at: operation.method.range)
    }
  }
}
