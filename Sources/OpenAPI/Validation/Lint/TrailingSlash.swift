import Diagnostics
import YAML

extension Rule {
  static let trailingSlash = Rule(
    id: "trailing-slash", severity: .note, summary: "paths do not end with '/'", scope: .style
  ) { context, findings in
    for path in context.paths {
      guard let text = path.key.string, text.count > 1, text.hasSuffix("/") else { continue }
      findings.add("the path ends with '/'", at: path.key.range)
    }
  }
}
