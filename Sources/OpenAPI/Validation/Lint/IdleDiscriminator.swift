import Diagnostics
import YAML

extension Rule {
  static let idleDiscriminator = Rule(
    id: "idle-discriminator", severity: .warning,
    summary: "a discriminator has something to tell apart", scope: .linting
  ) { context, findings in
    let bases = Set(
      context.schemas.flatMap { schema in
        schema["allOf"]?.elements.map(context.target) ?? []
      })
    for schema in context.schemas {
      guard let entry = schema.entry("discriminator"), schema["oneOf"] == nil,
        schema["anyOf"] == nil, !bases.contains(schema)
      else { continue }
      findings.add(
        "a discriminator without 'oneOf' or 'anyOf', and no schema extends this one by 'allOf'",
        at: entry.key.range)
    }
  }
}
