/// Bits into bytes, the first bit highest, as H.264 writes them.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var partial: UInt8 = 0
  private var used = 0

  mutating func bit(_ value: Bool) {
    partial = partial << 1 | (value ? 1 : 0)
    used += 1
    if used == 8 {
      bytes.append(partial)
      (partial, used) = (0, 0)
    }
  }

  mutating func bits(_ value: Int, _ count: Int) {
    for shift in (0..<count).reversed() { bit(value >> shift & 1 == 1) }
  }

  /// An unsigned number in Exp-Golomb code.
  mutating func number(_ value: Int) {
    let length = (value + 1).bitWidth - (value + 1).leadingZeroBitCount
    bits(0, length - 1)
    bits(value + 1, length)
  }

  /// Zeros up to the next byte.
  mutating func align() {
    while used != 0 { bit(false) }
  }

  /// Whole bytes; only after `align`.
  mutating func append(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }

  /// The one and the zeros that end a unit.
  mutating func end() {
    bit(true)
    align()
  }
}
