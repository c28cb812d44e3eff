import Foundation

/// Bytes of which a few are read here and there, however many there are.
protocol ByteSource {
  /// How many bytes there are in all.
  var count: Int { get }
  /// The bytes from a position on, as many as there are up to `length`.
  func read(at position: Int, _ length: Int) -> [UInt8]
}

/// Bytes in memory.
struct MemoryBytes: ByteSource {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func read(at position: Int, _ length: Int) -> [UInt8] {
    guard position >= 0, position < bytes.count, length > 0 else { return [] }
    return Array(bytes[position..<min(bytes.count, position + min(length, bytes.count))])
  }
}

/// Bytes of a file, read where they are wanted.
final class FileBytes: ByteSource {
  let count: Int
  private let handle: FileHandle

  /// Opens a file; `nil` for what cannot be read or is no regular file.
  init?(path: String) {
    let path = (path as NSString).expandingTildeInPath
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = (attributes?[.size] as? NSNumber)?.intValue,
      let handle = FileHandle(forReadingAtPath: path)
    else { return nil }
    count = size
    self.handle = handle
  }

  deinit { try? handle.close() }

  func read(at position: Int, _ length: Int) -> [UInt8] {
    guard position >= 0, position < count, length > 0 else { return [] }
    do {
      try handle.seek(toOffset: UInt64(position))
      return Array(try handle.read(upToCount: min(length, count - position)) ?? Data())
    } catch {
      return []
    }
  }
}

extension ByteSource {
  /// The whole number of `length` bytes at a position, the most significant first.
  func number(at position: Int, _ length: Int) -> UInt64? {
    let bytes = read(at: position, length)
    guard bytes.count == length else { return nil }
    return bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Four letters at a position.
  func word(at position: Int) -> String? {
    let bytes = read(at: position, 4)
    return bytes.count == 4 ? String(decoding: bytes, as: Unicode.ASCII.self) : nil
  }
}
