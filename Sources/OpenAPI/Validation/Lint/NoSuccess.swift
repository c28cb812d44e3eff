import Diagnostics
import YAML

extension Rule {
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
}
