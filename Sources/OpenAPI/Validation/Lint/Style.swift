import Diagnostics
import YAML

extension Rule {
  static let unusedComponent = Rule(
    id: "unused-component", severity: .note, summary: "every component is used", scope: .style
  ) { context, findings in
    let document = context.document
    var used: Set<Node> = []
    for reference in document.survey.references {
      if let target = document.resolve(reference.holder)?.node { used.insert(target) }
    }
    let texts = Set(document.survey.references.compactMap(\.value.string))
    for (section, table) in document.root["components"].map({ Array($0.entries) }) ?? []
    where !section.hasText("securitySchemes") {
      for (key, value) in table.entries where !used.contains(value) && !key.isExtension {
        let pointer = "#/components/\(section.string ?? "")/\(key.string ?? "")"
        if !texts.contains(pointer) {
          findings.add("'\(key.string ?? "")' is used nowhere", at: key.range)
        }
      }
    }
  }

  static let undeclaredTag = Rule(
    id: "undeclared-tag", severity: .note, summary: "operations have tags that are declared",
    scope: .style
  ) { context, findings in
    let names = Set(
      context.document.root["tags"]?.elements.compactMap { $0["name"]?.string } ?? [])
    for operation in context.operations {
      for tag in operation.node["tags"]?.elements.map({ $0 }) ?? [] {
        guard let name = tag.string, !names.contains(name) else { continue }
        findings.add(
          "the tag '\(name)' is declared nowhere", at: tag.range,
          help: nearMiss(name, among: names).map { "did you mean '\($0)'?" })
      }
    }
  }

  static let trailingSlash = Rule(
    id: "trailing-slash", severity: .note, summary: "paths do not end with '/'", scope: .style
  ) { context, findings in
    for path in context.paths {
      guard let text = path.key.string, text.count > 1, text.hasSuffix("/") else { continue }
      findings.add("the path ends with '/'", at: path.key.range)
    }
  }

  static let missingOperationID = Rule(
    id: "missing-operation-id", severity: .note,
    summary: "operations have an 'operationId', which names them in code", scope: .style
  ) { context, findings in
    for operation in context.operations where operation.node["operationId"] == nil {
      findings.add(
        "no 'operationId': the method is named after the path", at: operation.method.range)
    }
  }

  static let undocumented = Rule(
    id: "undocumented", severity: .note, summary: "operations say what they do", scope: .style
  ) { context, findings in
    for operation in context.operations
    where operation.node["summary"] == nil && operation.node["description"] == nil {
      findings.add("neither 'summary' nor 'description'", at: operation.method.range)
    }
  }

  static let requiredDefault = Rule(
    id: "required-default", severity: .note,
    summary: "what is required needs no default", scope: .style
  ) { context, findings in
    for parameter in context.objects(.parameter) where parameter["required"]?.bool == true {
      guard let value = (parameter["schema"] ?? parameter).entry("default") else { continue }
      findings.add("a required parameter has a default that is never used", at: value.key.range)
    }
  }
}
