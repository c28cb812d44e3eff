import Diagnostics
import YAML

extension Rule {
  private static let owners: [(type: Set<String>, keys: [String])] = [
    (["string"], ["minLength", "maxLength", "pattern"]),
    (
      ["integer", "number"],
      ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
    ),
    (["array"], ["items", "minItems", "maxItems", "uniqueItems", "prefixItems", "contains"]),
    (
      ["object"],
      ["properties", "required", "additionalProperties", "minProperties", "maxProperties"]
    ),
  ]

  static let misplacedKeyword = Rule(
    id: "misplaced-keyword", severity: .warning,
    summary: "a schema has keywords of its own type only", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      let types = SchemaObject(schema).types
      guard !types.isEmpty else { continue }
      for (owner, keys) in owners where owner.isDisjoint(with: types) {
        for key in keys {
          guard let entry = schema.entry(key) else { continue }
          findings.add(
            "'\(key)' says nothing about \(types.joined(separator: " or "))", at: entry.key.range,
            help: "remove it, or correct 'type'")
        }
      }
    }
  }
}
