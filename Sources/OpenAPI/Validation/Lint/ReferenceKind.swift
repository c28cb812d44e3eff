import Diagnostics
import YAML

extension Rule {
  /// The kind of object that stands in each table of components.
  private static let sections: [String: ObjectKind] = [
    "schemas": .schema, "responses": .response, "parameters": .parameter, "examples": .example,
    "requestBodies": .requestBody, "headers": .header, "securitySchemes": .securityScheme,
    "links": .link, "callbacks": .callback, "pathItems": .pathItem, "mediaTypes": .mediaType,
  ]

  static let referenceKind = Rule(
    id: "reference-kind", severity: .error,
    summary: "a reference leads to an object of the kind that is wanted", scope: .linting
  ) { context, findings in
    for reference in context.document.survey.references where !reference.mayBeName {
      let text = reference.value.string ?? ""
      let parts = text.drop { $0 != "#" }.split(separator: "/", omittingEmptySubsequences: false)
      let kind: ObjectKind? =
        switch parts.count {
        case 4 where parts[1] == "components": sections[String(parts[2])]
        default:
          text == "#" && reference.value.tree == context.document.root.tree ? .document : nil
        }
      guard let kind, kind != reference.kind else { continue }
      findings.add(
        "'\(text)' is \(kind.name); here \(reference.kind.name) is wanted",
        at: reference.value.range)
    }
  }
}
