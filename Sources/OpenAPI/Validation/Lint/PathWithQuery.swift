import Diagnostics
import YAML

extension Rule {
  static let pathWithQuery = Rule(
    id: "path-with-query", severity: .error, summary: "a path holds neither '?' nor '#'",
    scope: .linting
  ) { context, findings in
    for path in context.paths {
      // What stands in braces is a name, whatever it holds.
      guard let mark = path.template.shape.first(where: { "?#".contains($0) }) else { continue }
      findings.add(
        mark == "?"
          ? "the path holds '?', which begins the query"
          : "the path holds '#', which is never sent",
        at: path.key.range,
        help: mark == "?"
          ? "declare what follows as query parameters"
          : "leave out what follows, or describe the operations as alternatives of one")
    }
  }
}
