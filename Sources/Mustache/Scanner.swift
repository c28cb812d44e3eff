import Diagnostics

/// A piece of a template: text up to the end of its line, or one tag.
struct Token {
  enum Kind {
    case text, variable, unescaped, section, inverted, close, partial, parent, block, comment
    case delimiters
  }

  var kind: Kind
  /// All of it, delimiters included.
  var bytes: Range<Int>
  /// What stands between the delimiters and the sigil, trimmed.
  var content: Range<Int>
  var delimiters: Delimiters
}

/// Cuts a template into texts and tags, following changes of the delimiters.
struct Scanner {
  let file: SourceFile
  var delimiters: Delimiters
  private(set) var tokens: [Token] = []
  private(set) var diagnostics = DiagnosticList()
  private var position = 0
  private var bytes: [UInt8] { file.bytes }

  init(_ file: SourceFile, delimiters: Delimiters) {
    self.file = file
    self.delimiters = delimiters
  }

  mutating func scan() {
    var start = 0
    while position < bytes.count {
      if matches(delimiters.open, at: position) {
        addText(start..<position)
        scanTag()
        start = position
      } else {
        position += 1
        if bytes[position - 1] == 0x0A {
          addText(start..<position)
          start = position
        }
      }
    }
    addText(start..<position)
  }

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    tokens.append(Token(kind: .text, bytes: range, content: range, delimiters: delimiters))
  }

  private mutating func scanTag() {
    let start = position
    var inner = start + delimiters.open.count
    var closing = delimiters.close
    let sigil = inner < bytes.count ? bytes[inner] : 0
    var kind = Self.kinds[sigil] ?? .variable
    if sigil == UInt8(ascii: "{") {
      closing = [UInt8(ascii: "}")] + closing
      kind = .unescaped
    } else if kind == .delimiters {
      closing = [UInt8(ascii: "=")] + closing
    }
    if kind != .variable { inner += 1 }
    guard let end = find(closing, from: inner) else {
      diagnostics.error(
        "template-syntax", "this tag is never closed",
        at: file.range(start..<start + delimiters.open.count),
        help: "end it with '\(String(decoding: closing, as: UTF8.self))'")
      position = bytes.count
      return
    }
    position = end + closing.count
    let token = Token(
      kind: kind, bytes: start..<position, content: trim(inner..<end), delimiters: delimiters)
    tokens.append(token)
    if token.content.isEmpty, kind != .comment {
      diagnostics.error(
        "template-syntax", "this tag names nothing", at: file.range(token.bytes))
    }
    if kind == .delimiters { change(token) }
  }

  private mutating func change(_ token: Token) {
    let words = bytes[token.content].split(whereSeparator: Self.isSpace)
    guard words.count == 2 else {
      diagnostics.error(
        "template-syntax", "a change of delimiters needs two of them", at: file.range(token.bytes),
        help: "write '{{=<% %>=}}'")
      return
    }
    delimiters = Delimiters(open: Array(words[0]), close: Array(words[1]))
  }

  private func matches(_ word: [UInt8], at index: Int) -> Bool {
    guard index + word.count <= bytes.count, bytes[index] == word[0] else { return false }
    return bytes[index..<index + word.count].elementsEqual(word)
  }

  private func find(_ word: [UInt8], from index: Int) -> Int? {
    var index = index
    while index + word.count <= bytes.count {
      if matches(word, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isSpace(bytes[start]) { start += 1 }
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static let kinds: [UInt8: Token.Kind] = [
    UInt8(ascii: "&"): .unescaped, UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted,
    UInt8(ascii: "/"): .close, UInt8(ascii: ">"): .partial, UInt8(ascii: "<"): .parent,
    UInt8(ascii: "$"): .block, UInt8(ascii: "!"): .comment, UInt8(ascii: "="): .delimiters,
  ]
}
