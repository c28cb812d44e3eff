/// The lines of a text without blank ones at either end, without trailing blanks, and without
/// characters that an editor would take for a line's end.
///
/// Descriptions are the most of a file's text, so they are looked at by bytes; only lines that are
/// not ASCII are asked for their characters.
struct TextLines {
  let bytes: [UInt8]
  private(set) var lines: [Range<Int>] = []
  let isASCII: Bool

  init(_ text: String) {
    let original = Array(text.utf8)
    if original.withUnsafeBufferPointer(\.isPlain) {
      bytes = original
      isASCII = true
    } else {
      bytes = Self.printable(original)
      isASCII = bytes.allSatisfy { $0 < 0x80 }
    }
    var start = 0
    let breaks = bytes.withUnsafeBufferPointer { $0.count(of: .lineBreak) }
    for _ in 0..<breaks {
      guard let end = bytes[start...].firstIndex(of: .lineBreak) else { break }
      add(start..<end)
      start = end + 1
    }
    add(start..<bytes.count)
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  private mutating func add(_ line: Range<Int>) {
    var end = line.upperBound
    while end > line.lowerBound, let blank = blank(endingAt: end, from: line.lowerBound) {
      end -= blank
    }
    if end > line.lowerBound || !lines.isEmpty { lines.append(line.lowerBound..<end) }
  }

  /// The length of the blank before a place.
  private func blank(endingAt end: Int, from start: Int) -> Int? {
    let last = bytes[end - 1]
    if last < 0x80 { return last == .blank || last == .tab ? 1 : nil }
    guard let character = String(decoding: bytes[start..<end], as: UTF8.self).last,
      character.isWhitespace
    else { return nil }
    return character.utf8.count
  }

  /// The number of characters in a part.
  func width(_ part: Range<Int>) -> Int {
    isASCII ? part.count : String(decoding: bytes[part], as: UTF8.self).width
  }

  /// Whether a byte is a character everywhere in a line, and one blank stands between two words.
  func isEven(_ line: Range<Int>) -> Bool {
    isASCII && !line.dropFirst().contains { bytes[$0] == .blank && bytes[$0 - 1] == .blank }
  }

  /// Where the first line ends of words that are folded: as many as there is room for, at least one.
  func fold(_ words: Range<Int>, room: Int, isEven: Bool) -> Int {
    if isASCII, words.count <= room { return words.upperBound }
    return isEven ? evenFold(words, room) : unevenFold(words, room)
  }

  private func evenFold(_ words: Range<Int>, _ room: Int) -> Int {
    var end = words.lowerBound + room
    while end > words.lowerBound, bytes[end] != .blank { end -= 1 }
    if end > words.lowerBound { return end }
    return words.first { bytes[$0] == .blank } ?? words.upperBound
  }

  private func unevenFold(_ words: Range<Int>, _ room: Int) -> Int {
    var (end, next, width) = (words.lowerBound, words.lowerBound, 0)
    while next < words.upperBound {
      let start = next
      while next < words.upperBound, bytes[next] != .blank { next += 1 }
      width += self.width(start..<next)
      if width > room, end > words.lowerBound { return end }
      end = next
      // One blank is printed, however many are there.
      width += 1
      while next < words.upperBound, bytes[next] == .blank { next += 1 }
    }
    return end
  }

  /// Whether a line begins or ends a block of code.
  func isFence(_ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == .blank || bytes[start] == .tab { start += 1 }
    let tick = UInt8(ascii: "`")
    return start + 3 <= line.upperBound && bytes[start] == tick && bytes[start + 1] == tick
      && bytes[start + 2] == tick
  }

  /// Whether the text's first line says what a text of one line says.
  func begins(with summary: TextLines) -> Bool {
    guard summary.lines.count == 1, let line = summary.lines.first, let first = lines.first else {
      return false
    }
    let said = summary.bytes[line]
    return bytes[first].starts(with: said.last == UInt8(ascii: ".") ? said.dropLast() : said)
  }

  /// Whether it says what parameters mean.
  var isParameters: Bool {
    lines.first.map { bytes[$0].starts(with: "- Parameter".utf8) } ?? false
  }

  /// The text without what an editor does not show; a few characters of a long text are not ASCII.
  private static func printable(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] < 0x80 {
        if text[index].isPlain { result.append(text[index]) }
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      let character = String(decoding: text[index..<end], as: UTF8.self).unicodeScalars
      if character.allSatisfy(isPrintable) { result += text[index..<end] }
      index = end
    }
    return result
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return UInt8(scalar.value).isPlain }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
