import Diagnostics
import YAML

extension Rule {
  static let foreignMapping = Rule(
    id: "foreign-mapping", severity: .warning,
    summary: "a discriminator's mapping leads to the alternatives beside it", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      let object = SchemaObject(schema)
      let mapping = object.discriminator?.mapping ?? []
      guard !mapping.isEmpty, !(object.oneOf + object.anyOf).isEmpty else { continue }
      var known: Set<Node> = []
      context.gather(schema, &known)
      for (_, target) in mapping {
        guard let found = context.document.resolve(target)?.node, !known.contains(found) else {
          continue
        }
        findings.add(
          "'\(target.string ?? "")' is none of the alternatives", at: target.range,
          help: "add it to them, or remove it from the mapping")
      }
    }
  }
}

extension ValidationContext {
  /// The alternatives of a schema, and those of them.
  fileprivate func gather(_ schema: Node, _ known: inout Set<Node>) {
    let object = SchemaObject(schema)
    for member in object.oneOf + object.anyOf {
      let node = target(member.node)
      if known.insert(node).inserted { gather(node, &known) }
    }
  }
}
