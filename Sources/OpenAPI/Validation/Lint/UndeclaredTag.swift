import Diagnostics
import YAML

extension Rule {
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
}
