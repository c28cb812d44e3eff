import Diagnostics
import Foundation
import YAML

extension Rule {
  static let invalidPattern = Rule(
    id: "invalid-pattern", severity: .warning,
    summary: "'pattern' is a regular expression", isViolation: true
  ) { context, findings in
    for (pattern, text) in unreadPatterns(context) {
      // Whether it is right elsewhere is for those who check the description.
      if context.isLinting, isRead(ScriptPattern(text).portable) { continue }
      findings.add(
        "'\(text)' is no regular expression that can be read; it is not checked",
        at: pattern.range)
    }
  }

  static let unreadPattern = Rule(
    id: "unread-pattern", severity: .warning,
    summary: "'pattern' is written so that every reader of regular expressions takes it",
    scope: .linting
  ) { context, findings in
    for (pattern, text) in unreadPatterns(context) {
      let portable = ScriptPattern(text).portable
      guard isRead(portable) else { continue }
      findings.add(
        "'\(text)' is a regular expression of JavaScript alone; it is not checked",
        at: pattern.range, help: "write '\(portable)'")
    }
  }

  /// The patterns that are no regular expressions as they stand.
  private static func unreadPatterns(
    _ context: ValidationContext
  ) -> [(pattern: Node, text: String)] {
    var known: [String: Bool] = [:]
    return context.schemas(withAny: ["pattern"]).compactMap { schema in
      guard let pattern = schema[keyword: "pattern"], let text = pattern.string else { return nil }
      let isFine = known[text] ?? isRead(text)
      known[text] = isFine
      return isFine ? nil : (pattern, text)
    }
  }

  private static func isRead(_ text: String) -> Bool {
    (try? NSRegularExpression(pattern: text)) != nil
  }
}
