import Diagnostics
import YAML

extension Rule {
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
}
