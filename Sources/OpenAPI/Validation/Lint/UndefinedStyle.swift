import Diagnostics
import YAML

extension Rule {
  static let undefinedStyle = Rule(
    id: "undefined-style", severity: .warning,
    summary: "a parameter's style is defined for its values and its 'explode'", scope: .linting
  ) { context, findings in
    for (parameter, place, schema) in context.styledParameters where place == "query" {
      guard let style = parameter["style"], let name = style.string,
        ["deepObject", "spaceDelimited", "pipeDelimited"].contains(name)
      else { continue }
      let isDeep = name == "deepObject"
      let shape = ParameterShape(schema, context)
      if shape.isPlain, !shape.isCompound {
        findings.add(
          "'\(name)' is not defined for plain values", at: style.range,
          help: "remove the style; plain values are sent as 'form'")
      } else if let explode = parameter.entry("explode"), let value = explode.value.bool,
        value != isDeep
      {
        findings.add(
          "'\(name)' is not defined with 'explode: \(value)'", at: explode.key.range,
          notes: [Diagnostic.Note("the style is here", at: style.range)],
          help: isDeep ? "remove it" : "remove it, or use the style 'form'")
      }
    }
  }
}
