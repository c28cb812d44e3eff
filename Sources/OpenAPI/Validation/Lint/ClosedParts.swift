import Diagnostics
import YAML

extension Rule {
  static let closedParts = Rule(
    id: "closed-parts", severity: .warning,
    summary: "no part of 'allOf' forbids the properties of another", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let composition = schema.entry("allOf") else { continue }
      var seen: Set<Node> = []
      let parts = context.parts(of: schema, &seen)
      let keys = parts.flatMap { SchemaObject($0).properties.compactMap(\.key.string) }
      let required = Set(parts.flatMap { SchemaObject($0).required })
      for part in parts {
        guard let closing = part.entry("additionalProperties"), closing.value.bool == false,
          part["patternProperties"] == nil
        else { continue }
        let own = Set(SchemaObject(part).properties.compactMap(\.key.string))
        guard let foreign = keys.first(where: { !own.contains($0) }) else { continue }
        let isImpossible = !required.isSubset(of: own)
        findings.add(
          "'additionalProperties: false' in one part forbids '\(foreign)' of another"
            + (isImpossible ? "; no value fits" : ""),
          at: composition.key.range,
          notes: [Diagnostic.Note("forbidden here", at: closing.key.range)],
          help: "remove it there, or use 'unevaluatedProperties' beside 'allOf' from 3.1 on")
        break
      }
    }
  }
}

extension ValidationContext {
  /// A schema and everything under its `allOf`, references followed.
  fileprivate func parts(of schema: Node, _ seen: inout Set<Node>) -> [Node] {
    let node = target(schema)
    guard seen.insert(node).inserted else { return [] }
    var parts = [node]
    for member in SchemaObject(node).allOf { parts += self.parts(of: member.node, &seen) }
    return parts
  }
}
