import Diagnostics
import YAML

extension Rule {
  static let serverVariable = Rule(
    id: "server-variable", severity: .error,
    summary: "a server's variables have a default, one of their values", scope: .linting
  ) { context, findings in
    for variable in context.objects(.serverVariable) {
      guard let values = variable["enum"], values.kind == .sequence else { continue }
      let words = values.elements.compactMap(\.string)
      if words.isEmpty { findings.add("'enum' of a server variable is empty", at: values.range) }
      if let standard = variable["default"], let text = standard.string, !words.isEmpty,
        !words.contains(text)
      {
        findings.add(
          "the default '\(text)' is not among the variable's values", at: standard.range,
          help: "use one of " + words.map { "'\($0)'" }.joined(separator: ", "))
      }
    }
  }
}
