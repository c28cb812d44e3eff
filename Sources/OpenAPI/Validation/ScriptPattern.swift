/// A regular expression of JavaScript, written so that stricter readers take it for the same.
struct ScriptPattern {
  /// The pattern for those readers.
  private(set) var portable = ""
  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\": takeEscape()
      case "[": takeClass()
      case "{": takeBrace()
      case "}": portable += "\\}"
      default: portable.append(character)
      }
    }
  }

  /// Takes a number of repetitions, or a brace that stands for itself.
  private mutating func takeBrace() {
    guard let end = rest.firstIndex(of: "}"), rest.first?.isNumber == true,
      rest[..<end].allSatisfy({ $0.isNumber || $0 == "," })
    else { return portable += "\\{" }
    portable += "{" + rest[...end]
    rest = rest[rest.index(after: end)...]
  }

  private mutating func takeEscape() {
    guard let next = rest.popFirst() else { return portable.append("\\") }
    switch next {
    case "0" where rest.first?.isNumber != true: portable += "\\x00"
    case "u" where rest.first == "{": portable += "\\x"; takeBraces()
    case "p", "P": portable += "\\\(next)"; if rest.first == "{" { takeBraces() }
    default: portable += "\\\(next)"
    }
  }

  private mutating func takeBraces() {
    while let character = rest.popFirst() {
      portable.append(character)
      if character == "}" { return }
    }
  }

  /// Takes what stands in brackets; there a bracket is a character like others.
  private mutating func takeClass() {
    for (written, meant) in [("^]", "[\\s\\S]"), ("]", "(?!)")] where rest.hasPrefix(written) {
      rest = rest.dropFirst(written.count)
      portable += meant
      return
    }
    portable.append("[")
    while let character = rest.popFirst() {
      switch character {
      case "\\": takeEscape()
      case "[", "&": portable += "\\\(character)"
      case "-" where isSet(rest): portable += "\\-"
      default: portable.append(character)
      }
      if character == "]" { return }
    }
  }

  /// Whether an escape for several characters follows, which no range ends with.
  private func isSet(_ rest: Substring) -> Bool {
    ["\\d", "\\D", "\\w", "\\W", "\\s", "\\S"].contains { rest.hasPrefix($0) }
  }
}
