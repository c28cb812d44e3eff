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

  static let emptyRange = Rule(
    id: "empty-range", severity: .warning, summary: "a least value is no greater than the most",
    scope: .linting
  ) { context, findings in
    let pairs = [
      ("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"),
      ("minProperties", "maxProperties"), ("minContains", "maxContains"),
    ]
    for schema in context.schemas {
      for (low, high) in pairs {
        guard let least = schema[low], let most = schema[high], let from = least.number,
          let to = most.number, from > to
        else { continue }
        findings.add(
          "'\(low)' is greater than '\(high)'; no value fits", at: least.range,
          notes: [Diagnostic.Note("'\(high)' is here", at: most.range)])
      }
    }
  }

  static let emptyEnum = Rule(
    id: "empty-enum", severity: .error, summary: "an enumeration has a value", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      if let values = schema["enum"], values.kind == .sequence, Array(values.elements).isEmpty {
        findings.add("'enum' is empty; no value fits", at: values.range)
      }
    }
  }

  static let emptyComposition = Rule(
    id: "empty-composition", severity: .error,
    summary: "'allOf', 'oneOf' and 'anyOf' have members", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      for key in ["allOf", "oneOf", "anyOf"] {
        if let list = schema[key], list.kind == .sequence, Array(list.elements).isEmpty {
          findings.add("'\(key)' is empty", at: list.range, help: "remove it")
        }
      }
    }
  }
}
