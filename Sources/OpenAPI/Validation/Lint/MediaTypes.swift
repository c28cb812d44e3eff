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

  static let unknownEncoding = Rule(
    id: "unknown-encoding", severity: .warning,
    summary: "'encoding' names properties of the form", scope: .linting
  ) { context, findings in
    for media in context.objects(.mediaType) {
      guard let encoding = media["encoding"], let schema = media["schema"].map(context.target),
        let properties = schema["properties"], schema["allOf"] == nil
      else { continue }
      for (key, _) in encoding.entries {
        guard let name = key.string, properties[name] == nil else { continue }
        let near = nearMiss(name, among: properties.entries.compactMap(\.key.string))
        findings.add(
          "the form has no property '\(name)'", at: key.range,
          help: near.map { "did you mean '\($0)'?" })
      }
    }
  }
}
