import Diagnostics
import YAML

extension Rule {
  static let readAndWriteOnly = Rule(
    id: "read-and-write-only", severity: .warning,
    summary: "no property is both 'readOnly' and 'writeOnly'", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let first = schema.entry("readOnly"), let second = schema.entry("writeOnly"),
        first.value.bool == true, second.value.bool == true
      else { continue }
      findings.add("'readOnly' and 'writeOnly' together: nobody may write it", at: second.key.range)
    }
  }

  static let nullableWithoutType = Rule(
    id: "nullable-without-type", severity: .warning,
    summary: "'nullable' stands beside 'type'", scope: .linting
  ) { context, findings in
    guard context.document.version.release == .v3_0 else { return }
    for schema in context.schemas where schema["type"] == nil && schema["$ref"] == nil {
      guard let entry = schema.entry("nullable") else { continue }
      findings.add("'nullable' has an effect beside 'type' only", at: entry.key.range)
    }
  }

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

  static let constantOutsideEnum = Rule(
    id: "constant-outside-enum", severity: .error,
    summary: "'const' is one of the values of 'enum'", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let only = schema["const"], let values = schema["enum"],
        !values.elements.contains(where: { $0.isSameValue(as: only) })
      else { continue }
      findings.add("'const' is not among the values of 'enum'; no value fits", at: only.range)
    }
  }

  static let contradictoryTypes = Rule(
    id: "contradictory-types", severity: .error,
    summary: "the members of 'allOf' agree on a type", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let members = schema.entry("allOf") else { continue }
      var first: (type: String, node: Node)?
      for member in members.value.elements.map(context.target) + [schema] {
        let types = SchemaObject(member).types
        guard types.count == 1, let type = types.first, let place = member["type"] else { continue }
        let isNumeric = Set([type, first?.type ?? type]).isSubset(of: ["integer", "number"])
        if let first, first.type != type, !isNumeric {
          findings.add(
            "'allOf' asks for \(first.type) and for \(type); no value fits", at: members.key.range,
            notes: [
              Diagnostic.Note("\(first.type) here", at: first.node.range),
              Diagnostic.Note("\(type) here", at: place.range),
            ])
          break
        }
        first = first ?? (type, place)
      }
    }
  }
}
