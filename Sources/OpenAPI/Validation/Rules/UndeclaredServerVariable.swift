import Diagnostics
import YAML

extension Rule {
  static let undeclaredServerVariable = Rule(
    id: "undeclared-server-variable", severity: .warning,
    summary: "every variable in a server's address is declared", isViolation: true
  ) { context, findings in
    for server in context.servers {
      guard let url = server["url"], let text = url.string else { continue }
      for name in Template(text).names where server["variables"]?[name] == nil {
        findings.add(
          "the server variable '\(name)' is not declared; callers have to give it",
          at: url.range, help: "declare it under 'variables', with a 'default'")
      }
    }
  }
}
