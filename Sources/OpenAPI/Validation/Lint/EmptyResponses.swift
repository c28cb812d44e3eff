import Diagnostics
import YAML

extension Rule {
  static let emptyResponses = Rule(
    id: "empty-responses", severity: .error, summary: "an operation has at least one response",
    scope: .linting
  ) { context, findings in
    for responses in context.objects(.responses)
    where !responses.entries.contains(where: { !$0.key.isExtension }) {
      findings.add(
        "'responses' is empty", at: responses.range.firstPoint,
        help: "add at least the answer to a successful call")
    }
  }
}
