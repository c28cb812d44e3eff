import Diagnostics
import YAML

extension Rule {
  static let implicitStyle = Rule(
    id: "implicit-style", severity: .note,
    summary: "a list or an object in a path or a header names its style", scope: .linting
  ) { context, findings in
    for (parameter, place, schema) in context.styledParameters
    where place == "path" || place == "header" {
      guard parameter["style"] == nil, ParameterShape(schema, context).isCompound else {
        continue
      }
      findings.add(
        "'\(parameter["name"]?.string ?? "")' may be a list or an object and has no 'style'; it is sent as 'simple', with commas",
        at: parameter.range.firstPoint, help: "add 'style: simple'")
    }
  }
}
