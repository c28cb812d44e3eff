import Contract

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
      fold(text, width: max(40, 100 - indent - 4), into: &lines)
    }
    return lines
  }

  private static func begins(_ text: [Substring], with summary: [Substring]) -> Bool {
    guard summary.count == 1, let line = summary.first, let first = text.first else { return false }
    return first.hasPrefix(line.hasSuffix(".") ? line.dropLast() : line)
  }

  private static func fold(_ text: [Substring], width: Int, into lines: inout [String]) {
    var isCode = false
    for line in text {
      if line.drop(while: \.isWhitespace).hasPrefix("```") { isCode.toggle() }
      // A line has at most as many characters as bytes.
      let fits = line.utf8.count <= width || line.count <= width
      if isCode || fits || line.utf8.contains(UInt8(ascii: "|")) {
        lines.append(line.isEmpty ? "///" : "/// " + line)
      } else {
        wrap(line, width: width, into: &lines)
      }
    }
  }

  /// Continuation lines of a list item stand under its text.
  private static func wrap(_ line: Substring, width: Int, into lines: inout [String]) {
    let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = line.utf8.dropFirst(indent)
    let isItem = ["- ", "* "].contains { rest.starts(with: $0.utf8) }
    let hanging = String(repeating: " ", count: indent + (isItem ? 2 : 0))
    let isASCII = line.utf8.allSatisfy { $0 < 0x80 }
    var current = "/// " + line.prefix(indent)
    var used = indent
    var isFirst = true
    for word in rest.split(separator: UInt8(ascii: " ")) {
      let word = Substring(word)
      let count = isASCII ? word.utf8.count : word.count
      if !isFirst, used + 1 + count > width {
        lines.append(current)
        current = "/// " + hanging
        current += word
        used = hanging.utf8.count + count
      } else {
        if !isFirst { current += " " }
        current += word
        used += isFirst ? count : count + 1
      }
      isFirst = false
    }
    lines.append(current)
  }

  /// The lines of a text without blank ones at either end, without trailing blanks, and without
  /// characters that an editor would take for a line's end.
  private static func trimmed(_ text: String) -> [Substring] {
    let isClean = text.unicodeScalars.allSatisfy(isPrintable)
    let clean =
      isClean ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter(isPrintable)))
    let parts = clean.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var lines = parts.map { withoutTrailingBlanks(Substring($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Array(lines.drop(while: \.isEmpty))
  }

  private static func withoutTrailingBlanks(_ line: Substring) -> Substring {
    var line = line
    while let last = line.utf8.last {
      // Whatever is neither a blank nor beyond ASCII is the end of the text.
      if last < 0x80, last != UInt8(ascii: " "), last != UInt8(ascii: "\t") { break }
      guard line.last?.isWhitespace == true else { break }
      line.removeLast()
    }
    return line
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\n" || scalar == "\t"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
