/// One line of block YAML, taken apart by eye rather than by grammar, for lines that are broken.
struct EntryLine {
  /// The whole line, without its break.
  let line: Range<Int>
  /// Where the key stands, or the item of a list that has none.
  let key: Range<Int>
  /// The value with nothing around it; empty when there is none.
  let value: Range<Int>
  let hasKey: Bool

  init(_ line: Range<Int>, in bytes: [UInt8]) {
    self.line = line
    var start = EntryLine.skipBlanks(line.lowerBound, line, bytes)
    while start < line.upperBound, bytes[start] == UInt8(ascii: "-"),
      EntryLine.isBlankOrEnd(start + 1, line, bytes)
    {
      start = EntryLine.skipBlanks(start + 1, line, bytes)
    }
    let colon = EntryLine.colon(from: start, line, bytes)
    hasKey = colon != nil
    key = start..<(colon ?? start)
    let valueStart = colon.map { EntryLine.skipBlanks($0 + 1, line, bytes) } ?? start
    value = valueStart..<EntryLine.end(from: valueStart, line, bytes)
  }

  /// The number of characters before the key or item.
  var indent: Int { key.lowerBound - line.lowerBound }

  /// The line's own indentation, before any dash.
  static func indent(_ line: Range<Int>, in bytes: [UInt8]) -> Int {
    bytes[line].prefix { $0 == 0x20 }.count
  }

  private static func skipBlanks(_ start: Int, _ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    var index = start
    while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  static func isBlankOrEnd(_ index: Int, _ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    index >= line.upperBound || bytes[index] == 0x20 || bytes[index] == 0x09
  }

  /// The colon after the key.
  private static func colon(from start: Int, _ line: Range<Int>, _ bytes: [UInt8]) -> Int? {
    guard start < line.upperBound else { return nil }
    var index = start
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = bytes[start + 1..<line.upperBound].firstIndex(of: quote) else { return nil }
      index = skipBlanks(close + 1, line, bytes)
      let isColon = index < line.upperBound && bytes[index] == UInt8(ascii: ":")
      return isColon && isBlankOrEnd(index + 1, line, bytes) ? index : nil
    }
    while index < line.upperBound {
      if bytes[index] == UInt8(ascii: ":"), isBlankOrEnd(index + 1, line, bytes) { return index }
      index += 1
    }
    return nil
  }

  /// The end of a value, before a comment and the blanks around it.
  private static func end(from start: Int, _ line: Range<Int>, _ bytes: [UInt8]) -> Int {
    var end = line.upperBound
    var index = start
    while index < line.upperBound {
      let isFirst = index == start || bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09
      if bytes[index] == UInt8(ascii: "#"), isFirst {
        end = index
        break
      }
      index += 1
    }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }
}
