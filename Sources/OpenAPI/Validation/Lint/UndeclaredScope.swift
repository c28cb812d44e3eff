import Diagnostics
import YAML

extension Rule {
  static let undeclaredScope = Rule(
    id: "undeclared-scope", severity: .warning,
    summary: "a security requirement asks for scopes that the scheme has", scope: .linting
  ) { context, findings in
    let schemes = Dictionary(
      DocumentObject(context.document.root).securitySchemes.map { ($0.key.string ?? "", $0.value) },
      uniquingKeysWith: { first, _ in first })
    let declared = schemes.compactMapValues { scopes(of: context.target($0.node)) }
    for requirement in context.securityRequirements {
      for (key, list) in requirement.entries {
        guard let known = declared[key.string ?? ""] else { continue }
        for scope in list.elements {
          guard let name = scope.string, !known.contains(name) else { continue }
          findings.add(
            "'\(key.string ?? "")' has no scope '\(name)'", at: scope.range,
            help: nearMiss(name, among: known.sorted()).map { "did you mean '\($0)'?" }
              ?? "declare it among the scopes of its flows")
        }
      }
    }
  }

  /// The scopes of all flows of a scheme; `nil` for schemes that have none.
  private static func scopes(of scheme: Node) -> Set<String>? {
    guard scheme["type"]?.hasText("oauth2") == true else { return nil }
    let flows = scheme["flows"].map { $0.entries.map(\.value) } ?? [scheme]
    let tables = flows.compactMap { $0["scopes"] }
    return tables.isEmpty ? nil : Set(tables.flatMap { $0.entries.compactMap(\.key.string) })
  }
}
