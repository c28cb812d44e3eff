import Diagnostics
import YAML

extension Rule {
  static let mixedParameter = Rule(
    id: "mixed-parameter", severity: .warning,
    summary: "a parameter is either a plain value or a list or an object", scope: .linting
  ) { context, findings in
    for (parameter, _, schema) in context.styledParameters {
      let shape = ParameterShape(schema, context)
      guard shape.isCompound, shape.isPlain else { continue }
      findings.add(
        "'\(parameter["name"]?.string ?? "")' may be a plain value as well as a list or an object, and the text sent may not show which",
        at: schema.range.firstPoint, help: "describe one of them")
    }
  }
}
