import Foundation
import Synchronization

/// One text that a person wrote, with the name to call it by in messages.
public final class SourceFile: Sendable {
  /// The path as the user typed or would type it, `-` for standard input.
  public let name: String
  /// The text in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  private let starts = Mutex<[Int]?>(nil)

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

  private func byteRange(ofLine number: Int) -> Range<Int>? {
    let starts = lineStarts()
    guard number > 0, number <= starts.count else { return nil }
    let start = starts[number - 1]
    guard number < starts.count else { return start..<bytes.count }
    var end = starts[number] - 1
    if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Where lines begin, which end with LF, CRLF or CR, as libyaml counts them; found when first
  /// asked for, since thousands of findings ask for a line each.
  private func lineStarts() -> [Int] {
    starts.withLock { known in
      if let known { return known }
      let found = bytes.withUnsafeBufferPointer(Self.lineStarts)
      known = found
      return found
    }
  }

  private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found = [0]
    guard let base = bytes.baseAddress else { return found }
    if memchr(base, 0x0D, bytes.count) == nil {
      // Nearly all files; the C library looks for a byte faster than a loop does.
      while let start = found.last, let feed = memchr(base + start, 0x0A, bytes.count - start) {
        found.append(UnsafeRawPointer(base).distance(to: UnsafeRawPointer(feed)) + 1)
      }
      return found
    }
    for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if !isPair { found.append(index + 1) }
    }
    return found
  }
}

extension SourceFile: Hashable {
  /// Files are the same when they are the same object: a name may be read twice.
  public static func == (left: SourceFile, right: SourceFile) -> Bool { left === right }

  /// Hashes the identity of the file.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
