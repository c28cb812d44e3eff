extension String {
  /// The first part of a Markdown text, as far as a blank line.
  var firstParagraph: String? {
    var lines: [Substring] = []
    for line in utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isBlank = Substring(line).allSatisfy(\.isWhitespace)
      if isBlank, !lines.isEmpty { break }
      if !isBlank { lines.append(Substring(line)) }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
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
      // A list of parameters begins by itself; other lists may belong to the text before.
      if !lines.isEmpty, !text.isParameters { lines.append("///") }
      fold(text, width: max(40, Page.width - indent - 4), into: &lines)
    }
    return lines
  }

  /// Several remarks as one line, each but the last ended as a sentence.
  static func sentences(_ texts: [String?]) -> String {
    let texts = texts.compactMap(\.self).filter { !$0.isEmpty }
    return texts.enumerated().map { index, text in
      let isEnded = text.last.map { ".!?:;。".contains($0) } ?? true
      return isEnded || index + 1 == texts.count ? text : text + "."
    }.joined(separator: " ")
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
        lines.append(comment(text.bytes, line))
      } else {
        wrap(line, of: text, width: width, into: &lines)
      }
    }
  }

  /// Continuation lines of a list item stand under its text.
  private static func wrap(
    _ line: Range<Int>, of text: TextLines, width: Int, into lines: inout [String]
  ) {
    let bytes = text.bytes
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == .blank { start += 1 }
    var indent = start - line.lowerBound
    let isItem = ["- ", "* "].contains { bytes[start..<line.upperBound].starts(with: $0.utf8) }
    let hanging = indent + (isItem ? 2 : 0)
    let isEven = text.isEven(start..<line.upperBound)
    while start < line.upperBound {
      let end = text.fold(start..<line.upperBound, room: width - indent, isEven: isEven)
      lines.append(comment(bytes, start..<end, indent: indent, isEven: isEven))
      (start, indent) = (end, hanging)
      while start < line.upperBound, bytes[start] == .blank { start += 1 }
    }
  }

  private static func comment(_ bytes: [UInt8], _ line: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: line.count + 4) { buffer in
      let start = buffer.update(fromContentsOf: "/// ".utf8)
      return buffer[start...].update(fromContentsOf: bytes[line])
    }
  }

  /// Words of a line behind other blanks than it begins with, one blank between them.
  private static func comment(
    _ bytes: [UInt8], _ words: Range<Int>, indent: Int, isEven: Bool
  ) -> String {
    String(unsafeUninitializedCapacity: words.count + indent + 4) { buffer in
      var end = buffer.update(fromContentsOf: "/// ".utf8)
      end = buffer[end...].update(fromContentsOf: repeatElement(.blank, count: indent))
      if isEven { return buffer[end...].update(fromContentsOf: bytes[words]) }
      for index in words where bytes[index] != .blank || bytes[index - 1] != .blank {
        buffer[end] = bytes[index]
        end += 1
      }
      return end
    }
  }
}
