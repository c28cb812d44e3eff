import Diagnostics
import YAML

extension Rule {
  static let statusKey = Rule(
    id: "status-key", severity: .error,
    summary: "responses stand under a status code, a range or 'default'", scope: .linting
  ) { context, findings in
    let hasRanges = context.document.version.release > .v2
    for responses in context.objects(.responses) {
      for (key, _) in responses.entries where !key.isExtension {
        let text = Array(key.string ?? "")
        let isCode =
          text.count == 3 && "12345".contains(text[0])
          && (text[1...].allSatisfy(\.isNumber) || (hasRanges && text[1...] == ["X", "X"]))
        if !isCode, !key.hasText("default") {
          findings.add(
            "'\(String(text))' is no status code, no range such as '4XX' and not 'default'",
            at: key.range)
        }
      }
    }
  }
}
