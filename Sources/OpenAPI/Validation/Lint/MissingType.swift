import Diagnostics
import YAML

extension Rule {
  static let missingType = Rule(
    id: "missing-type", severity: .warning,
    summary: "a schema whose keywords are those of one type names it", scope: .linting
  ) { context, findings in
    let parts = partsOfTyped(context)
    for schema in context.schemas where schema["type"] == nil && !parts.contains(schema) {
      let object = SchemaObject(schema)
      guard let implied = object.impliedType, schema["$ref"] == nil, !object.hasAllOf,
        !object.hasAlternatives, !object.hasEnumeration, object.constant == nil,
        let entry = schema.entry(implied.keyword)
      else { continue }
      findings.add(
        "'type' is missing; '\(implied.keyword)' makes it read as \(implied.type)",
        at: entry.key.range, help: "add 'type: \(implied.type)'")
    }
  }

  /// Schemas that need no type: it is said by what they are a part of or by another part, or they
  /// are conditions.
  private static func partsOfTyped(_ context: ValidationContext) -> Set<Node> {
    var parts: Set<Node> = []
    for schema in context.schemas {
      let object = SchemaObject(schema)
      for keyword in ["not", "if", "then", "else", "propertyNames"] {
        if let part = schema[keyword] { parts.insert(part) }
      }
      let isTyped =
        schema["type"] != nil
        || object.allOf.contains { !SchemaObject(context.target($0.node)).types.isEmpty }
      guard isTyped || parts.contains(schema) else { continue }
      for part in object.allOf + object.oneOf + object.anyOf { parts.insert(part.node) }
    }
    return parts
  }
}
