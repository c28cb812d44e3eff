import Diagnostics
import YAML

extension Rule {
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
