import Diagnostics
import YAML

extension Rule {
  static let nullableEnum = Rule(
    id: "nullable-enum", severity: .warning,
    summary: "an enumeration that may be null lists null", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard SchemaObject(schema).isNullable, let values = schema.entry("enum"),
        !values.value.elements.contains(where: { $0.kind == .scalar && $0.isNull })
      else { continue }
      findings.add(
        "null is a value by 'nullable' or 'type', and 'enum' does not list it",
        at: values.key.range, help: "add null to 'enum'")
    }
  }
}
