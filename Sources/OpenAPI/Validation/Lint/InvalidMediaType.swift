import Diagnostics
import YAML

extension Rule {
  // Generating finds some of them too, and in the same words, so that they are told once.
  static let mediaTypeName = Rule(
    id: "invalid-media-type", severity: .warning, summary: "content stands under a media type",
    scope: .linting
  ) { context, findings in
    for (name, table) in context.tables where name == "content" {
      var first: [String: Node] = [:]
      for (key, _) in table.entries where !key.isExtension {
        let name = MediaTypeName(key.string ?? "")
        if !name.isValid {
          findings.add("'\(name.text)' is no media type", at: key.range, help: name.advice)
        } else if let earlier = first[name.folded] {
          findings.add(
            "'\(name.text)' differs in blanks or in the case of letters only from another one here",
            at: key.range, notes: [Diagnostic.Note("the other one", at: earlier.range)],
            help: "remove one of them")
        }
        first[name.folded] = first[name.folded] ?? key
      }
    }
  }
}
