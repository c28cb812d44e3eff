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

  static let optionalDiscriminator = Rule(
    id: "optional-discriminator", severity: .warning,
    summary: "every alternative has the discriminator's property and requires it",
    scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let object = SchemaObject(schema).discriminator, let name = object.propertyName,
        schema["discriminator"]?["defaultMapping"] == nil
      else { continue }
      for key in ["oneOf", "anyOf"] {
        for member in schema[key]?.elements.map({ $0 }) ?? [] {
          let target = context.target(member)
          guard target["properties"] != nil, target["allOf"] == nil,
            !SchemaObject(target).required.contains(name)
          else { continue }
          findings.add(
            "this alternative does not require '\(name)', which tells the alternatives apart",
            at: member.range.firstPoint, help: "add '\(name)' to its properties and to 'required'")
        }
      }
    }
  }
}
