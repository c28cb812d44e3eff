import Diagnostics
import YAML

extension Rule {
  static let types = [
    "string", "number", "integer", "boolean", "array", "object", "null",
  ]

  private static let table = WordTable(types)

  static let unknownType = Rule(
    id: "unknown-type", severity: .warning,
    summary: "'type' is one of JSON's types", isViolation: true
  ) { context, findings in
    let isSwagger = context.document.version.release == .v2
    for schema in context.schemas(withAny: ["type"]) {
      guard let type = schema[keyword: "type"] else { continue }
      if table.index(of: type) != nil { continue }
      for name in type.kind == .sequence ? Array(type.elements) : [type] {
        guard !types.contains(where: name.hasText), let text = name.string,
          !(isSwagger && text == "file")
        else { continue }
        let near = nearMiss(text, among: types)
        findings.add(
          "'\(text)' is no type; the value is read as anything", at: name.range,
          help: near.map { "did you mean '\($0)'?" }
            ?? "use 'string', 'number', 'integer', 'boolean', 'array' or 'object'",
          fix: near.flatMap { Fix(replacing: name, with: $0) })
      }
    }
  }

  static let arrayWithoutItems = Rule(
    id: "array-without-items", severity: .warning,
    summary: "an array says what its items are", isViolation: true
  ) { context, findings in
    // From 3.1 on an array of anything is good JSON Schema.
    guard context.document.version.release < .v3_1 else { return }
    for schema in context.schemas(withAny: ["type"]) where schema[keyword: "items"] == nil {
      guard let type = schema[keyword: "type"], type.hasText("array") else { continue }
      findings.add(
        "an array without 'items'; its items are read as anything", at: type.range,
        help: "add 'items'")
    }
  }
}
