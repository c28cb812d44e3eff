import Diagnostics
import YAML

extension Rule {
  /// What other regular expressions have and those of ECMA-262 have not.
  private static let foreign = [
    ("\\A", "write '^'"), ("\\Z", "write '$'"), ("\\z", "write '$'"), ("(?i)", "write both cases"),
    ("(?s)", "write '[^]' for any character"), ("(?m)", "remove it"),
    ("(?x)", "remove it, and the blanks"), ("(?>", "write '(?:'"),
    ("*+", "remove the '+'"), ("++", "remove the second '+'"), ("?+", "remove the '+'"),
  ]

  static let foreignPattern = Rule(
    id: "foreign-pattern", severity: .warning,
    summary: "'pattern' is a regular expression as JavaScript has them", scope: .linting
  ) { context, findings in
    for schema in context.schemas(withAny: ["pattern"]) {
      guard let pattern = schema["pattern"], let text = pattern.string else { continue }
      let bare = withoutClasses(text)
      let named = text.contains("[[:") ? ("[:", "write the characters of the class") : nil
      guard let found = named ?? foreign.first(where: { bare.contains($0.0) }) else { continue }
      findings.add(
        "'\(found.0)' is nothing, or something else, in ECMA-262, which patterns are written in",
        at: pattern.range, help: found.1)
    }
  }

  /// A pattern without escaped marks, and without what stands in brackets.
  private static func withoutClasses(_ pattern: String) -> String {
    var (bare, isEscaped, isClass) = ("", false, false)
    for character in pattern {
      if isEscaped {
        isEscaped = false
        if !isClass { bare += character.isLetter ? "\\\(character)" : "." }
      } else if character == "\\" {
        isEscaped = true
      } else if isClass {
        isClass = character != "]"
      } else {
        isClass = character == "["
        bare.append(character)
      }
    }
    return bare
  }
}
