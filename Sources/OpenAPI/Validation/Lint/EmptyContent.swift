import Diagnostics
import YAML

extension Rule {
  static let emptyContent = Rule(
    id: "empty-content", severity: .warning,
    summary: "the content of a request body names a media type", scope: .linting
  ) { context, findings in
    for body in context.objects(.requestBody) {
      guard let content = body.entry("content"), content.value.kind == .mapping,
        !content.value.entries.contains(where: { !$0.key.isExtension })
      else { continue }
      findings.add(
        "the request body has no media type; nothing is sent", at: content.key.range,
        help: "name one, such as 'application/json', or remove the body")
    }
  }
}
