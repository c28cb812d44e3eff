import Diagnostics
import YAML

extension Rule {
  static let unusedServerVariable = Rule(
    id: "unused-server-variable", severity: .warning,
    summary: "every variable of a server stands in its address", scope: .linting
  ) { context, findings in
    for server in context.servers {
      let names = Set(Template(server["url"]?.string ?? "").names)
      for (key, _) in server["variables"].map({ Array($0.entries) }) ?? [] {
        guard let name = key.string, !names.contains(name), !key.isExtension else { continue }
        findings.add("the variable '\(name)' does not stand in the address", at: key.range)
      }
    }
  }
}
