import Diagnostics
import YAML

extension Rule {
  static let unquotedStatus = Rule(
    id: "unquoted-status", severity: .note, summary: "status codes are written in quotes",
    scope: .style
  ) { context, findings in
    for responses in context.objects(.responses) {
      for (key, _) in responses.entries where !key.isExtension {
        if case .string? = key.scalar { continue }
        findings.add(
          "\(key.string ?? "") is a number in YAML; the specification asks for a string",
          at: key.range, help: "quote it", fix: Fix(quoting: key))
      }
    }
  }
}
