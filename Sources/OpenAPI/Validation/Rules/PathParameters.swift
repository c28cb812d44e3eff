import Diagnostics
import YAML

extension Rule {
  static let undeclaredPathParameter = Rule(
    id: "undeclared-path-parameter", severity: .warning,
    summary: "every parameter in a path's template is declared", isViolation: true
  ) { context, findings in
    for operation in context.operations where operation.isPath {
      let declared = Set(operation.pathParameters.compactMap { $0[keyword: "name"]?.string })
      for name in operation.path.template.names where !declared.contains(name) {
        // Another rule tells of braces without a name when a description is checked.
        if name.isEmpty, context.isLinting { continue }
        let method = operation.method.string ?? ""
        let near = nearMiss(name, among: declared.subtracting(operation.path.template.names))
        findings.add(
          "'\(method)' does not declare the path parameter '\(name)'; it is read as a text",
          at: operation.path.key.range,
          notes: [Diagnostic.Note("the operation is here", at: operation.method.range)],
          help: near.map { "did you mean '\($0)'?" }
            ?? "add '{name: \(name), in: path, required: true}' to 'parameters'")
      }
    }
  }

  static let unusedPathParameter = Rule(
    id: "unused-path-parameter", severity: .warning,
    summary: "every declared path parameter stands in the path's template", isViolation: true
  ) { context, findings in
    for operation in context.operations where operation.isPath {
      let names = Set(operation.path.template.names)
      for parameter in operation.pathParameters {
        guard let name = parameter[keyword: "name"], let text = name.string, !names.contains(text)
        else {
          continue
        }
        let near = nearMiss(text, among: names)
        findings.add(
          "the path parameter '\(text)' does not stand in '\(operation.path.key.string ?? "")'",
          at: name.range,
          help: near.map { "did you mean '\($0)'?" } ?? "add '{\(text)}' to the path")
      }
    }
  }

  static let optionalPathParameter = Rule(
    id: "optional-path-parameter", severity: .warning,
    summary: "path parameters are required", isViolation: true
  ) { context, findings in
    for operation in context.operations where operation.isPath {
      for parameter in operation.pathParameters
      where parameter[keyword: "required"]?.bool != true {
        findings.add(
          "the path parameter '\(parameter[keyword: "name"]?.string ?? "")' is not marked as required; it is read as such",
          at: parameter[keyword: "name"]?.range ?? parameter.range.firstPoint,
          help: "add 'required: true'", fix: fix(requiring: parameter))
      }
    }
  }

  private static func fix(requiring parameter: Node) -> Fix? {
    if let value = parameter[keyword: "required"] { return Fix(settingTrue: value) }
    return parameter.entry("in").flatMap {
      Fix(inserting: "required", before: $0.key, in: parameter)
    }
  }
}
