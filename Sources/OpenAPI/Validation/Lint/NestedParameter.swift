import Diagnostics
import YAML

extension Rule {
  static let nestedParameter = Rule(
    id: "nested-parameter", severity: .warning,
    summary: "the properties of a 'deepObject' parameter are plain values", scope: .linting
  ) { context, findings in
    for (parameter, _, schema) in context.styledParameters {
      guard let style = parameter["style"], style.hasText("deepObject") else { continue }
      let nested = ParameterShape(schema, context).properties.filter {
        ParameterShape($0.value.node, context).isCompound
      }
      guard let first = nested.first else { continue }
      let names = nested.map { "'\($0.key.string ?? "")'" }
      findings.add(
        "'deepObject' is not defined for lists and objects inside of the object, as \(joined(names)) may be",
        at: style.range, notes: [Diagnostic.Note("described here", at: first.key.range)],
        help: "objects are sent as name[property][inner]=value, lists by repeating name[property]")
    }
  }

  /// The first few of several names.
  private static func joined(_ names: [String]) -> String {
    names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and others" : "")
  }
}
