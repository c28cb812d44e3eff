import Diagnostics
import YAML

extension Rule {
  static let emptyText = Rule(
    id: "empty-text", severity: .error,
    summary: "what a description has to say is not left empty", scope: .linting
  ) { context, findings in
    findings.addEmpty(
      [
        (.info, "version"), (.externalDocumentation, "url"),
        (.parameter, "name"), (.securityScheme, "name"),
      ], context)
  }
}

extension Findings {
  /// Reports every text that is there and empty.
  mutating func addEmpty(
    _ fields: [(ObjectKind, String)], _ context: ValidationContext
  ) {
    for (kind, name) in fields {
      for object in context.objects(kind) {
        guard let value = object[name], value.string == "" else { continue }
        add("'\(name)' of \(kind.name) is empty", at: value.range)
      }
    }
  }
}
