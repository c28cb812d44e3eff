import Diagnostics
import YAML

extension Rule {
  static let ambiguousPaths = Rule(
    id: "ambiguous-paths", severity: .warning,
    summary: "no two paths match the same addresses", isViolation: true
  ) { context, findings in
    var first: [String: Node] = [:]
    for path in context.paths {
      let shape = path.template.shape
      if let earlier = first[shape] {
        findings.add(
          "'\(path.key.string ?? "")' matches the same addresses as '\(earlier.string ?? "")'",
          at: path.key.range,
          notes: [Diagnostic.Note("the other path is here", at: earlier.range)],
          help: "join their operations under one path")
      } else {
        first[shape] = path.key
      }
    }
  }

  static let pathWithoutSlash = Rule(
    id: "path-without-slash", severity: .warning,
    summary: "every path begins with '/'", isViolation: true
  ) { context, findings in
    for path in context.paths where !(path.key.string ?? "").hasPrefix("/") {
      let text = path.key.string ?? ""
      findings.add(
        "the path '\(text)' does not begin with '/'; it is read as if it did", at: path.key.range,
        help: "write '/\(text)'", fix: Fix(replacing: path.key, with: "/" + text))
    }
  }
}
