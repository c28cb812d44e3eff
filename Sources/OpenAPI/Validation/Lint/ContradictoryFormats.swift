import Diagnostics
import YAML

extension Rule {
  static let contradictoryFormats = Rule(
    id: "contradictory-formats", severity: .warning,
    summary: "the members of 'allOf' agree on a format", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let members = schema.entry("allOf") else { continue }
      let formats = (members.value.elements.map(context.target) + [schema])
        .compactMap { member in member["format"].flatMap { $0.string == nil ? nil : $0 } }
      guard let first = formats.first,
        let other = formats.first(where: { $0.string != first.string })
      else { continue }
      findings.add(
        "'allOf' asks for the formats '\(first.string ?? "")' and '\(other.string ?? "")'",
        at: members.key.range,
        notes: [
          Diagnostic.Note("one is here", at: first.range),
          Diagnostic.Note("the other is here", at: other.range),
        ])
    }
  }
}
