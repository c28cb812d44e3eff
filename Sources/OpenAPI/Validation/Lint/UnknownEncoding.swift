import Diagnostics
import YAML

extension Rule {
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
