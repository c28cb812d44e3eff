/// A box of an MP4 file: a length, a name, and fields or other boxes.
struct Box {
  private(set) var bytes: [UInt8]

  init(_ name: String, _ content: [UInt8]) {
    bytes = UInt32(content.count + 8).bigEndianBytes + Array(name.utf8) + content
  }

  init(_ name: String, _ boxes: [Box]) { self.init(name, boxes.flatMap(\.bytes)) }

  /// A box with a version and flags; `fields` are of four bytes.
  init(full name: String, flags: UInt32 = 0, _ fields: [Int], _ tail: [UInt8] = []) {
    let words = [flags] + fields.map { UInt32(truncatingIfNeeded: $0) }
    self.init(name, words.flatMap(\.bigEndianBytes) + tail)
  }
}

extension FixedWidthInteger {
  /// The bytes, the highest first.
  var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
