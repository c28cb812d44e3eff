import Contract

extension String {
  /// The parts of a Markdown text between blank lines.
  var paragraphs: [String] {
    split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { $0.joined(separator: "\n") }
  }
}

/// Documentation as `///` lines that fit the page.
enum DocComment {
  /// The lines of a comment at an indentation; empty when there is nothing to say.
  ///
  /// A description is Markdown already. Lines are folded at words; code blocks and tables are not.
  static func lines(_ paragraphs: [String?], indent: Int) -> [String] {
    var lines: [String] = []
    let texts = paragraphs.compactMap(\.self).map(trimmed)
    for (index, text) in texts.enumerated() where !text.isEmpty {
      // A description often begins with the summary once more.
      if index + 1 < texts.count, begins(texts[index + 1], with: text) { continue }
      if !lines.isEmpty { lines.append("///") }
      lines += folded(text, width: max(40, 100 - indent - 4))
    }
    return lines
  }

  private static func begins(_ text: [Substring], with summary: [Substring]) -> Bool {
    guard summary.count == 1, let line = summary.first, let first = text.first else { return false }
    return first.hasPrefix(line.hasSuffix(".") ? line.dropLast() : line)
  }

  private static func folded(_ text: [Substring], width: Int) -> [String] {
    var lines: [String] = []
    var isCode = false
    for line in text {
      if line.drop(while: \.isWhitespace).hasPrefix("```") { isCode.toggle() }
      if isCode || line.count <= width || line.contains("|") {
        lines.append(line.isEmpty ? "///" : "/// " + line)
      } else {
        lines += wrapped(line, width: width).map { "/// " + $0 }
      }
    }
    return lines
  }

  /// Continuation lines of a list item stand under its text.
  private static func wrapped(_ line: Substring, width: Int) -> [String] {
    let indent = line.prefix { $0 == " " }.count
    let isItem = ["- ", "* "].contains { line.dropFirst(indent).hasPrefix($0) }
    let hanging = String(repeating: " ", count: indent + (isItem ? 2 : 0))
    var lines: [String] = []
    var current = String(line.prefix(indent))
    for word in line.dropFirst(indent).split(separator: " ") {
      let isFirst = current.allSatisfy { $0 == " " }
      if !isFirst, current.count + 1 + word.count > width {
        lines.append(current)
        current = hanging + word
      } else {
        current += isFirst ? String(word) : " " + word
      }
    }
    return lines + [current]
  }

  /// The lines of a text without blank ones at either end, without trailing blanks, and without
  /// characters that an editor would take for a line's end.
  private static func trimmed(_ text: String) -> [Substring] {
    let clean = String(String.UnicodeScalarView(text.unicodeScalars.filter(isPrintable)))
    var lines = clean.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return line
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" || scalar == "\t" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
