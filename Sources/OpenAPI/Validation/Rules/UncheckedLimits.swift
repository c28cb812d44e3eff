import Diagnostics
import YAML

extension Rule {
  static let uncheckedAlternatives = Rule(
    id: "unchecked-alternatives", severity: .warning,
    summary: "alternatives say what values are, not which keys go together"
  ) { context, findings in
    for schema in context.schemas(withAny: ["oneOf", "anyOf"]) {
      for keyword in ["oneOf", "anyOf"] {
        guard let (key, list) = schema.entry(keyword), !list.isEmpty, list.kind == .sequence,
          list.elements.allSatisfy(onlyRestricts), list.elements.contains(where: { !$0.isEmpty })
        else { continue }
        findings.add(
          "'\(keyword)' says only which properties go together, which is not checked",
          at: key.range, help: "it is left to the server to check")
      }
    }
  }

  private static func onlyRestricts(_ schema: Node) -> Bool {
    schema.kind == .mapping
      && schema.entries.allSatisfy { key, _ in restricting.index(of: key) != nil }
  }

  private static let restricting = WordTable(["required", "not", "title", "description"])

  static let uncheckedLimit = Rule(
    id: "unchecked-limit", severity: .warning,
    summary: "limits are such as a client can check"
  ) { context, findings in
    for schema in context.schemas(withAny: ["minLength", "maxLength", "pattern"]) {
      guard let format = schema[keyword: "format"], valued.index(of: format) != nil else {
        continue
      }
      for (key, _) in schema.entries where textual.index(of: key) != nil {
        findings.add(
          "'\(key.string ?? "")' of a '\(format.string ?? "")' is not checked", at: key.range,
          help: "it is left to the server to check")
      }
    }
    for schema in context.schemas(withAny: ["minProperties", "maxProperties"])
    where schema[keyword: "properties"]?.isEmpty == false {
      for (key, _) in schema.entries where counting.index(of: key) != nil {
        findings.add(
          "'\(key.string ?? "")' beside 'properties' is not checked", at: key.range,
          help: "it is left to the server to check")
      }
    }
  }

  static let uncheckedRequired = Rule(
    id: "unchecked-required", severity: .warning,
    summary: "'required' names properties, not keys of a map"
  ) { context, findings in
    var parts: NodeTable<Void>?
    for schema in context.schemas(withAny: ["required"]) {
      guard let (key, required) = schema.entry("required"), isMap(schema) else { continue }
      let named = schema[keyword: "properties"]
      guard required.elements.contains(where: { named?[$0.string ?? ""] == nil }) else { continue }
      let known = parts ?? context.compositionParts
      parts = known
      if known.contains(schema) { continue }
      findings.add(
        "whether a map has the keys under 'required' is not checked", at: key.range,
        help: "declare them under 'properties', or leave it to the server to check")
    }
  }

  private static func isMap(_ schema: Node) -> Bool {
    let takesMore = ["$ref", "allOf", "oneOf", "anyOf"].contains { schema[$0] != nil }
    let isOpen = schema[keyword: "additionalProperties"]?.kind == .mapping
    let isBare = schema[keyword: "properties"]?.isEmpty != false
    return !takesMore && (isOpen || isBare && schema[keyword: "type"]?.hasText("object") == true)
  }

  /// Formats whose values are no text in Swift, or bytes.
  private static let valued = WordTable(["date", "date-time", "binary"])
  private static let textual = WordTable(["minLength", "maxLength", "pattern"])
  private static let counting = WordTable(["minProperties", "maxProperties"])
}
