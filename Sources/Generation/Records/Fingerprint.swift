/// A number that tells texts apart, the same on every machine; not a safeguard against intent.
struct Fingerprint: Hashable, Sendable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// Takes in one of several texts; where one ends and the next begins counts.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    mix(UInt64(text.utf8.count))
  }

  /// Takes in the bytes of one of several files.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
    mix(UInt64(bytes.count))
  }

  private mutating func add(_ buffer: UnsafeRawBufferPointer) {
    let words = buffer.count / 8 * 8
    var index = 0
    while index < words {
      let word = UInt64(
        littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      mix(word)
      value ^= value >> 32
      index += 8
    }
    for byte in buffer[words...] { mix(UInt64(byte)) }
  }

  private mutating func mix(_ word: UInt64) { value = (value ^ word) &* 0x100_0000_01b3 }
}

extension Fingerprint: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
