import Diagnostics
import YAML

extension Rule {
  static let schemaLimit = Rule(
    id: "schema-limit", severity: .error,
    summary: "counts are no negative numbers, 'multipleOf' is a positive one", scope: .linting
  ) { context, findings in
    let counts = [
      "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
      "minContains", "maxContains",
    ]
    for schema in context.schemas {
      for key in counts {
        guard let value = schema[key], let number = value.number else { continue }
        if number < 0 || number != number.rounded() {
          findings.add("'\(key)' is \(value.string ?? ""); it must be a count", at: value.range)
        }
      }
      if let value = schema["multipleOf"], let number = value.number, number <= 0 {
        findings.add("'multipleOf' has to be greater than 0", at: value.range)
      }
    }
  }
}
