import Diagnostics
import YAML

extension Rule {
  static let unresolvedMapping = Rule(
    id: "unresolved-mapping", severity: .warning,
    summary: "a discriminator's mapping leads to schemas", isViolation: true
  ) { context, findings in
    let document = context.document
    for reference in document.survey.references
    where reference.mayBeName && document.resolve(reference.holder) == nil {
      let text = reference.value.string ?? ""
      let names = DocumentObject(document.root).schemas.compactMap(\.key.string)
      let near = nearMiss(text.split(separator: "/").last.map(String.init) ?? text, among: names)
      findings.add(
        "'\(text)' leads to no schema", at: reference.value.range,
        help: near.map { "did you mean '\($0)'?" }
          ?? "write a reference like '#/components/schemas/Pet', or a schema's name")
    }
  }
}
