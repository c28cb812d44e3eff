import Diagnostics
import Foundation

/// Turns the bytes of a file into UTF-8 without a byte order mark.
///
/// A file that is fine already is returned as it is, so that places keep their identity.
func decoded(_ file: SourceFile) -> Result<SourceFile, TextFailure> {
  let bytes = file.bytes
  switch Encoding(of: bytes) {
  case .utf8(let mark):
    let text = mark > 0 ? SourceFile(name: file.name, bytes: Array(bytes[mark...])) : file
    if let offset = invalidUTF8(text.bytes) {
      return .failure(
        TextFailure(
          file: text, message: "this is no UTF-8", offset: offset,
          help: "save the file as UTF-8 in your editor"))
    }
    return .success(text)
  case .utf16(let isBigEndian, let mark):
    return decodeUTF16(file, isBigEndian: isBigEndian, from: mark)
  case .utf32:
    return .failure(
      TextFailure(
        file: SourceFile(name: file.name, bytes: []), message: "this is UTF-32", offset: 0,
        help: "save the file as UTF-8 in your editor"))
  }
}

/// Why the bytes of a file are no text, and where.
struct TextFailure: Error {
  var file: SourceFile
  var message: String
  var offset: Int
  var help: String

  var diagnostic: Diagnostic {
    let place = file.position(at: offset)
    return Diagnostic(
      .error, "yaml-encoding", message, at: SourceRange(file: file, start: place), help: help)
  }
}

private enum Encoding {
  case utf8(mark: Int)
  case utf16(isBigEndian: Bool, mark: Int)
  case utf32

  /// YAML and JSON start with an ASCII character, so that its zero bytes tell the encoding.
  init(of bytes: [UInt8]) {
    let head = Array(bytes.prefix(4)) + Array(repeating: 0xAA, count: max(0, 4 - bytes.count))
    switch (head[0], head[1], head[2], head[3]) {
    case (0, 0, 0xFE, 0xFF), (0xFF, 0xFE, 0, 0), (0, 0, 0, _), (_, 0, 0, 0): self = .utf32
    case (0xFE, 0xFF, _, _): self = .utf16(isBigEndian: true, mark: 2)
    case (0xFF, 0xFE, _, _): self = .utf16(isBigEndian: false, mark: 2)
    case (0, _, _, _): self = .utf16(isBigEndian: true, mark: 0)
    case (_, 0, _, _): self = .utf16(isBigEndian: false, mark: 0)
    case (0xEF, 0xBB, 0xBF, _): self = .utf8(mark: 3)
    default: self = .utf8(mark: 0)
    }
  }
}

/// The offset of the first byte that is no UTF-8.
private func invalidUTF8(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { buffer in
    var index = 0
    while index < buffer.count {
      if index + 8 <= buffer.count,
        buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      guard let length = sequenceLength(buffer, at: index) else { return index }
      index += length
    }
    return nil
  }
}

private func sequenceLength(_ buffer: UnsafeRawBufferPointer, at index: Int) -> Int? {
  let first = buffer[index]
  if first < 0x80 { return 1 }
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xBF
  switch first {
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF:
    length = 3
    if first == 0xE0 { second = 0xA0...0xBF }
    if first == 0xED { second = 0x80...0x9F }
  case 0xF0...0xF4:
    length = 4
    if first == 0xF0 { second = 0x90...0xBF }
    if first == 0xF4 { second = 0x80...0x8F }
  default: return nil
  }
  guard index + length <= buffer.count, second.contains(buffer[index + 1]) else { return nil }
  for offset in index + 2..<max(index + 2, index + length) where buffer[offset] & 0xC0 != 0x80 {
    return nil
  }
  return length
}

private func decodeUTF16(
  _ file: SourceFile, isBigEndian: Bool, from start: Int
) -> Result<SourceFile, TextFailure> {
  let bytes = file.bytes
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  var index = start
  func failure(_ message: String) -> Result<SourceFile, TextFailure> {
    .failure(
      TextFailure(
        file: SourceFile(name: file.name, bytes: output), message: message, offset: output.count,
        help: "save the file as UTF-8 in your editor"))
  }
  func unit(_ index: Int) -> UInt32 {
    let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
  while index + 1 < bytes.count {
    var code = unit(index)
    index += 2
    if (0xD800..<0xDC00).contains(code), index + 1 < bytes.count {
      let low = unit(index)
      guard (0xDC00..<0xE000).contains(low) else { return failure("half of a surrogate pair") }
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
      index += 2
    }
    guard let scalar = UnicodeScalar(code) else { return failure("half of a surrogate pair") }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
  if index < bytes.count { return failure("half of a UTF-16 character") }
  return .success(SourceFile(name: file.name, bytes: output))
}
