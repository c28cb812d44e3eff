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
    guard paragraphs.contains(where: { $0 != nil }) else { return [] }
    var lines: [String] = []
    let texts = paragraphs.compactMap { $0.map(TextLines.init) }
    for (index, text) in texts.enumerated() where !text.lines.isEmpty {
      // A description often begins with the summary once more.
      if index + 1 < texts.count, texts[index + 1].begins(with: text) { continue }
      if !lines.isEmpty { lines.append("///") }
      fold(text, width: max(40, Page.width - indent - 4), into: &lines)
    }
    return lines
  }

  private static func fold(_ text: TextLines, width: Int, into lines: inout [String]) {
    var isCode = false
    for line in text.lines {
      if text.isFence(line) { isCode.toggle() }
      // A line has at most as many characters as bytes.
      let fits = line.count <= width || text.width(line) <= width
      if line.isEmpty {
        lines.append("///")
      } else if isCode || fits || text.bytes[line].contains(UInt8(ascii: "|")) {
        lines.append(comment(text.bytes[line]))
      } else {
        wrap(line, of: text, width: width, into: &lines)
      }
    }
  }

  /// Continuation lines of a list item stand under its text.
  private static func wrap(
    _ line: Range<Int>, of text: TextLines, width: Int, into lines: inout [String]
  ) {
    let indent = text.bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
    let rest = text.bytes[line].dropFirst(indent)
    let isItem = ["- ", "* "].contains { rest.starts(with: $0.utf8) }
    let hanging = [UInt8](repeating: UInt8(ascii: " "), count: indent + (isItem ? 2 : 0))
    var current = Array(hanging.prefix(indent))
    var used = indent
    var isFirst = true
    for word in rest.split(separator: UInt8(ascii: " ")) {
      let count = text.width(word.indices)
      if !isFirst, used + 1 + count > width {
        lines.append(comment(current[...]))
        current = hanging
        used = hanging.count
      } else if !isFirst {
        current.append(UInt8(ascii: " "))
        used += 1
      }
      current += word
      used += count
      isFirst = false
    }
    lines.append(comment(current[...]))
  }

  private static func comment(_ line: ArraySlice<UInt8>) -> String {
    String(unsafeUninitializedCapacity: line.count + 4) { buffer in
      let start = buffer.update(fromContentsOf: "/// ".utf8)
      return buffer[start...].update(fromContentsOf: line)
    }
  }
}
