import Diagnostics
import YAML

extension Rule {
  private static let counts = [
    ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
  ]
  private static let bounds = ["minimum", "exclusiveMinimum"].flatMap { low in
    ["maximum", "exclusiveMaximum"].map { (low, $0) }
  }

  static let emptyRange = Rule(
    id: "empty-range", severity: .warning, summary: "a least value is no greater than the most",
    scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      for (low, high) in counts + bounds {
        guard let least = schema[low], let most = schema[high], let from = least.number,
          let to = most.number
        else { continue }
        let isOpen = isExclusive(low, schema) || isExclusive(high, schema)
        guard from > to || (from == to && isOpen) else { continue }
        findings.add(
          "'\(low)' is \(from > to ? "greater than" : "equal to") '\(high)'; no value fits",
          at: least.range, notes: [Diagnostic.Note("'\(high)' is here", at: most.range)])
        break
      }
    }
  }

  /// Whether the bound itself is no value: by its keyword, or by the flag beside it before 3.1.
  private static func isExclusive(_ keyword: String, _ schema: Node) -> Bool {
    switch keyword {
    case "minimum": schema["exclusiveMinimum"]?.bool == true
    case "maximum": schema["exclusiveMaximum"]?.bool == true
    default: keyword.hasPrefix("exclusive")
    }
  }
}
