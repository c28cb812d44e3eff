/// One text that a person wrote, with the name to call it by in messages.
public final class SourceFile: Sendable {
  /// The path as the user typed or would type it, `-` for standard input.
  public let name: String
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]

  /// Makes a file from UTF-8 bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a file from text, mostly for tests.
  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of a line, counted from 1, without its line break; `nil` past the end.
  public func line(_ number: Int) -> String? {
    guard let range = byteRange(ofLine: number) else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The byte offset of a position; columns past the end of a line mean its end.
  public func offset(of position: Position) -> Int? {
    guard let range = byteRange(ofLine: position.line) else { return nil }
    var column = 1
    var offset = range.lowerBound
    while offset < range.upperBound, column < position.column {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// Lines end with LF, CRLF or CR, as libyaml counts them.
  private func byteRange(ofLine number: Int) -> Range<Int>? {
    var start = 0
    var line = 1
    var index = 0
    while index <= bytes.count {
      let atEnd = index == bytes.count
      if atEnd || bytes[index] == 0x0A || bytes[index] == 0x0D {
        if line == number { return start..<index }
        if atEnd { return nil }
        if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        line += 1
        start = index + 1
      }
      index += 1
    }
    return nil
  }
}

extension SourceFile: Hashable {
  /// Files are the same when they are the same object: a name may be read twice.
  public static func == (left: SourceFile, right: SourceFile) -> Bool { left === right }

  /// Hashes the identity of the file.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
