import Diagnostics
import YAML

extension Rule {
  static let constantOutsideEnum = Rule(
    id: "constant-outside-enum", severity: .error,
    summary: "'const' is one of the values of 'enum'", scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      guard let only = schema["const"], let values = schema["enum"],
        !values.elements.contains(where: { $0.isSameValue(as: only) })
      else { continue }
      findings.add("'const' is not among the values of 'enum'; no value fits", at: only.range)
    }
  }
}
