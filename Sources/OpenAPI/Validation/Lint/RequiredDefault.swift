import Diagnostics
import YAML

extension Rule {
  static let requiredDefault = Rule(
    id: "required-default", severity: .note,
    summary: "what is required needs no default", scope: .style
  ) { context, findings in
    for parameter in context.objects(.parameter) where parameter["required"]?.bool == true {
      guard let value = (parameter["schema"] ?? parameter).entry("default") else { continue }
      findings.add("a required parameter has a default that is never used", at: value.key.range)
    }
    for schema in context.schemas {
      let object = SchemaObject(schema)
      let required = Set(object.required)
      for (key, property) in object.properties where required.contains(key.string ?? "") {
        guard let value = property.node.entry("default") else { continue }
        findings.add(
          "the property '\(key.string ?? "")' is required and has a default that is never used",
          at: value.key.range)
      }
    }
  }
}
