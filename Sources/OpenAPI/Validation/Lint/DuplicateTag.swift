import Diagnostics
import YAML

extension Rule {
  static let duplicateTag = Rule(
    id: "duplicate-tag", severity: .error, summary: "every tag is declared once", scope: .linting
  ) { context, findings in
    let tags = context.document.root["tags"]?.elements.compactMap { $0["name"] } ?? []
    findings.addRepeated(tags, "the tag") { $0.string }
  }
}
