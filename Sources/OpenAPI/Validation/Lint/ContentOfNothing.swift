import Diagnostics
import YAML

extension Rule {
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
