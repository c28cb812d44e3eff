import Diagnostics
import YAML

extension Rule {
  static let mixedBounds = Rule(
    id: "mixed-bounds", severity: .note,
    summary: "a bound is either inclusive or exclusive", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      for (bound, exclusive) in [
        ("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"),
      ] {
        // Up to 3.0 the exclusive one is a flag beside the other, as it is meant.
        guard let least = schema.entry(bound), let other = schema.entry(exclusive),
          other.value.number != nil
        else { continue }
        findings.add(
          "'\(bound)' beside '\(exclusive)'; only the narrower of the two counts",
          at: least.key.range,
          notes: [Diagnostic.Note("'\(exclusive)' is here", at: other.key.range)],
          help: "remove one of them")
      }
    }
  }
}
