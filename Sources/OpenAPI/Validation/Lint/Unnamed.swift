import Diagnostics
import YAML

extension Rule {
  static let unnamed = Rule(
    id: "unnamed", severity: .warning, summary: "an API, its servers and its tags have names",
    scope: .linting
  ) { context, findings in
    findings.addEmpty(
      [(.info, "title"), (.license, "name"), (.server, "url"), (.tag, "name")], context)
  }
}
