import Foundation

/// Hides from libyaml the three characters that it takes for line breaks and YAML 1.2 does not.
///
/// Each is replaced by a character of the same length that the text does not use, so that places
/// stay right, and put back into the text of the scalars.
struct LineSeparators {
  private let pairs: [(original: [UInt8], stand: [UInt8])]

  init(in bytes: [UInt8]) {
    var used: Set<[UInt8]> = []
    var found: Set<[UInt8]> = []
    bytes.withUnsafeBufferPointer { bytes in
      for separator in LineSeparators.all {
        forEach(separator[0], in: bytes) { index in
          if bytes[index...].starts(with: separator) { found.insert(separator) }
        }
      }
    }
    if !found.isEmpty { used = LineSeparators.usedStands(in: bytes) }
    var free = LineSeparators.stands.filter { !used.contains($0) }
    pairs = found.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { original in
      guard let position = free.firstIndex(where: { $0.count == original.count }) else {
        return nil
      }
      return (original, free.remove(at: position))
    }
  }

  /// Whether nothing is hidden.
  var isEmpty: Bool { pairs.isEmpty }

  /// The text as libyaml should see it.
  func hidden(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for pair in pairs { LineSeparators.replace(pair.original, by: pair.stand, in: &bytes) }
    return bytes
  }

  /// Puts the characters back.
  func restore(_ text: inout [UInt8]) {
    for pair in pairs { LineSeparators.replace(pair.stand, by: pair.original, in: &text) }
  }

  /// Next line, line separator, paragraph separator.
  private static let all: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]

  /// Characters for private use, and rare ones of two bytes.
  private static let stands: [[UInt8]] =
    (0x80...0xBF).map { [0xEE, 0x80, $0] } + (0x80...0xBF).map { [0xDE, $0] }

  private static func usedStands(in bytes: [UInt8]) -> Set<[UInt8]> {
    var used: Set<[UInt8]> = []
    for index in bytes.indices {
      if bytes[index] == 0xEE { used.insert(Array(bytes[index...].prefix(3))) }
      if bytes[index] == 0xDE { used.insert(Array(bytes[index...].prefix(2))) }
    }
    return used
  }

  private static func replace(_ old: [UInt8], by new: [UInt8], in bytes: inout [UInt8]) {
    var index = 0
    while index + old.count <= bytes.count {
      if bytes[index] == old[0], bytes[index..<index + old.count].elementsEqual(old) {
        bytes.replaceSubrange(index..<index + old.count, with: new)
        index += old.count
      } else {
        index += 1
      }
    }
  }
}

/// Calls back with every place of a byte; as fast as the C library looks for it.
func forEach(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
  guard let base = bytes.baseAddress else { return }
  var position = 0
  while position < bytes.count,
    let found = memchr(base + position, Int32(byte), bytes.count - position)
  {
    let index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    body(index)
    position = index + 1
  }
}
