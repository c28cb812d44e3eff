import Diagnostics
import YAML

extension Rule {
  private static let dialects: Set<String> = [
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://spec.openapis.org/oas/3.1/dialect/2024-10-25",
    "https://spec.openapis.org/oas/3.1/dialect/2024-11-10",
    "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
    "https://spec.openapis.org/oas/3.2/dialect/base",
    "https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2019-09/schema",
    "http://json-schema.org/draft-07/schema", "http://json-schema.org/draft-06/schema",
    "http://json-schema.org/draft-04/schema",
  ]

  static let unknownDialect = Rule(
    id: "unknown-dialect", severity: .warning,
    summary: "schemas are of a dialect of JSON Schema that is known", isViolation: true
  ) { context, findings in
    guard context.document.version.release >= .v3_1 else { return }
    let named =
      [context.document.root["jsonSchemaDialect"]].compactMap { $0 }
      + context.schemas.compactMap { $0["$schema"] }
    for dialect in named {
      guard let text = dialect.string else { continue }
      let name = text.hasSuffix("#") ? String(text.dropLast()) : text
      if !dialects.contains(name) {
        findings.add(
          "the dialect '\(text)' is not known; its schemas are read as those of OpenAPI",
          at: dialect.range)
      }
    }
  }
}
