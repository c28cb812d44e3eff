import Diagnostics
import YAML

extension Rule {
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
