import Diagnostics
import YAML

extension Rule {
  static let mediaTypeName = Rule(
    id: "media-type-name", severity: .warning, summary: "content stands under a media type",
    scope: .linting
  ) { context, findings in
    for (name, table) in context.tables where name == "content" {
      for (key, _) in table.entries where !key.isExtension {
        let text = (key.string ?? "").prefix { $0 != ";" }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(" ") }
        if !isName {
          findings.add(
            "'\(key.string ?? "")' is no media type", at: key.range,
            help: "write it as 'application/json'")
        }
      }
    }
  }
}
