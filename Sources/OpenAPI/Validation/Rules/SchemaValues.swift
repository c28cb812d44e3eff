import Diagnostics
import YAML

extension Rule {
  static let duplicateEnumValue = Rule(
    id: "duplicate-enum-value", severity: .warning,
    summary: "an enumeration lists every value once"
  ) { context, findings in
    for schema in context.schemas(withAny: ["enum"]) {
      guard let list = schema[keyword: "enum"], !list.holdsDifferentTexts else { continue }
      let values = Array(list.elements)
      var first = [Scalar: Node](minimumCapacity: values.count)
      for value in values {
        guard let scalar = value.scalar else { continue }
        if let earlier = first[scalar] {
          findings.add(
            "the value '\(value.string ?? "")' is listed twice", at: value.range,
            notes: [Diagnostic.Note("first listed here", at: earlier.range)], help: "remove it")
        } else {
          first[scalar] = value
        }
      }
    }
  }

  static let mismatchedValue = Rule(
    id: "mismatched-value", severity: .warning,
    summary: "'default' and 'enum' hold values of the schema's type", isViolation: true
  ) { context, findings in
    for schema in context.schemas(withAny: ["default", "enum"]) {
      // Another rule holds defaults to all of the schema when a description is checked.
      let standard = context.isLinting ? nil : schema[keyword: "default"]
      let enumeration = schema[keyword: "enum"]
      guard standard != nil || enumeration != nil else { continue }
      let areTexts =
        standard?.isText != false && enumeration?.elements.allSatisfy(\.isText) != false
      if areTexts, schema[keyword: "type"]?.hasText("string") == true { continue }
      let types = SchemaObject(schema).types
      guard !types.isEmpty else { continue }
      let values =
        (standard.map { [("default", $0)] } ?? [])
        + (enumeration?.elements.map { ("enum", $0) } ?? [])
      for (keyword, value) in values where !types.contains(where: { value.isValue(of: $0) }) {
        findings.add(
          "'\(keyword)' holds \(value.shapeName), and 'type' says \(types.joined(separator: " or "))",
          at: value.range)
      }
    }
  }
}

extension Node {
  /// Whether a value fits a type; null is left to those who ask for it.
  func isValue(of type: String) -> Bool {
    if isText { return type == "string" || type == "file" || !Rule.types.contains(type) }
    if kind == .scalar, isNull { return true }
    return switch type {
    case "string", "file": false
    case "integer": number.map { $0 == $0.rounded() } ?? false
    case "number": number != nil
    case "boolean": bool != nil
    case "array": kind == .sequence
    case "object": kind == .mapping
    default: true
    }
  }
}
