/// What is asked of many bytes is asked of all of them, without stopping at the first: then the
/// compiler looks at sixteen and more at once.
extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are characters.
  var isASCII: Bool { reduce(0, |) < 0x80 }

  /// Whether all bytes show as themselves or break lines.
  var isPlain: Bool { reduce(UInt8(0)) { $0 | ($1.isPlain ? 0 : 1) } == 0 }

  /// How often a byte stands here.
  func count(of byte: UInt8) -> Int { reduce(0) { $0 &+ ($1 == byte ? 1 : 0) } }
}

extension UInt8 {
  static let blank = UInt8(ascii: " ")
  static let lineBreak = UInt8(ascii: "\n")
  static let tab = UInt8(ascii: "\t")

  /// Whether it shows as itself or breaks lines.
  var isPlain: Bool { (0x20..<0x7F).contains(self) || self == .lineBreak || self == .tab }
}
