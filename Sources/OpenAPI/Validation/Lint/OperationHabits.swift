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

  static let noSuccess = Rule(
    id: "no-success", severity: .warning, summary: "an operation says what success looks like",
    scope: .linting
  ) { context, findings in
    for operation in context.operations {
      guard let responses = operation.node.entry("responses") else { continue }
      let keys = responses.value.entries.compactMap(\.key.string).filter { !$0.hasPrefix("x-") }
      let isFine = keys.contains { "123".contains($0.first ?? " ") || $0 == "default" }
      if !isFine, !keys.isEmpty {
        findings.add("no response below 400, and no 'default'", at: responses.key.range)
      }
    }
  }

  static let contentOfNothing = Rule(
    id: "content-of-nothing", severity: .warning,
    summary: "204, 205 and 304 come without content", scope: .linting
  ) { context, findings in
    for responses in context.objects(.responses) {
      for (key, value) in responses.entries
      where ["204", "205", "304"].contains(key.string ?? "") {
        let content = context.target(value).entry("content")
        guard let content, content.value.entries.contains(where: { _ in true }) else { continue }
        findings.add(
          "a response with status \(key.string ?? "") has no body; its content is never seen",
          at: content.key.range)
      }
    }
  }
}
