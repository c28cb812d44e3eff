import Diagnostics
import YAML

extension Rule {
  static let unknownRequiredProperty = Rule(
    id: "unknown-required-property", severity: .warning,
    summary: "'required' names properties that exist"
  ) { context, findings in
    // Few schemas are suspicious, and finding what is part of what costs more than they do.
    var parts: NodeTable<Void>?
    for schema in context.schemas(withAny: ["required"]) {
      guard let required = schema[keyword: "required"],
        let properties = schema[keyword: "properties"],
        properties.kind == .mapping, !takesMore(schema)
      else { continue }
      for name in required.elements {
        guard let text = name.string, properties[text] == nil else { continue }
        let known = parts ?? context.compositionParts
        parts = known
        if known.contains(schema) { break }
        let near = nearMiss(text, among: properties.entries.compactMap(\.key.string))
        findings.add(
          "the required property '\(text)' is not among the properties", at: name.range,
          help: near.map { "did you mean '\($0)'?" } ?? "declare it under 'properties'",
          fix: near.flatMap { Fix(replacing: name, with: $0) })
      }
    }
  }

  /// Whether a schema takes properties from elsewhere.
  private static func takesMore(_ schema: Node) -> Bool {
    keysOfOthers.contains { schema[keyword: $0] != nil }
      || schema[keyword: "additionalProperties"]?.kind == .mapping
  }

  private static let keysOfOthers: [StaticString] = [
    "$ref", "allOf", "oneOf", "anyOf", "patternProperties", "if",
  ]
}

extension ValidationContext {
  /// The schemas that are parts of another, whose properties may stand in a sibling.
  var compositionParts: NodeTable<Void> {
    var parts = NodeTable<Void>()
    for schema in schemas {
      for key in Self.compositions {
        guard let list = schema[keyword: key] else { continue }
        for part in list.elements { parts[target(part)] = () }
      }
      for key in Self.conditions {
        if let part = schema[keyword: key] { parts[part] = () }
      }
    }
    return parts
  }

  private static let compositions: [StaticString] = ["allOf", "oneOf", "anyOf"]
  private static let conditions: [StaticString] = ["not", "if", "then", "else"]
}
