import Diagnostics
import YAML

extension Rule {
  static let unknownSecurityScheme = Rule(
    id: "unknown-security-scheme", severity: .warning,
    summary: "a security requirement names declared schemes", isViolation: true
  ) { context, findings in
    let names = DocumentObject(context.document.root).securitySchemes.compactMap(\.key.string)
    let known = Set(names)
    for requirement in context.securityRequirements {
      for (key, _) in requirement.entries {
        guard let name = key.string, !known.contains(name) else { continue }
        // From 3.2 on a requirement may name its scheme by reference.
        if context.document.version.release >= .v3_2, name.contains("/") { continue }
        findings.add(
          "the security scheme '\(name)' is declared nowhere; no credential is sent for it",
          at: key.range,
          help: nearMiss(name, among: names).map { "did you mean '\($0)'?" }
            ?? "declare it under 'components.securitySchemes'")
      }
    }
  }
}
