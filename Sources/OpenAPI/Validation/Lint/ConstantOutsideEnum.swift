import Diagnostics
import YAML

extension Rule {
  static let constantOutsideEnum = Rule(
    id: "constant-outside-enum", severity: .error,
    summary: "'const' is one of the values of 'enum', and of the type", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let only = schema["const"] else { continue }
      let types = SchemaObject(schema).types
      if let values = schema["enum"], !values.elements.contains(where: { $0.isSameValue(as: only) })
      {
        findings.add("'const' is not among the values of 'enum'; no value fits", at: only.range)
      } else if !types.isEmpty, !types.contains(where: only.isValue) {
        findings.add(
          "'const' is \(only.shapeName), and 'type' says \(types.joined(separator: " or ")); no value fits",
          at: only.range)
      }
    }
  }
}
