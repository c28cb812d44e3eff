import Diagnostics
import YAML

extension Rule {
  static let bodyOfRead = Rule(
    id: "body-of-read", severity: .warning,
    summary: "GET, HEAD and DELETE have no request body", scope: .linting
  ) { context, findings in
    for operation in context.operations {
      let method = operation.method.string ?? ""
      guard ["get", "head", "delete"].contains(method),
        let body = operation.node.entry("requestBody")
      else { continue }
      findings.add(
        "'\(method)' with a request body; servers and caches may drop it", at: body.key.range)
    }
  }
}
