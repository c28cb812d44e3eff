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
}
