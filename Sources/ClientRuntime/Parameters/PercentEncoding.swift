/// Escapes bytes for the parts of an address.
enum PercentEncoding {
  /// Reserved characters of RFC 3986 that may stay as they are, by where the text stands; so do
  /// escapes that are already there.
  enum Kept {
    case none
    /// In a query: all but `#`, which would end it.
    case query
    /// In a form: not what separates its fields, nor the sign for a space.
    case form
    /// In a segment of a path.
    case path

    fileprivate var bytes: Set<UInt8> {
      switch self {
      case .none: []
      case .query: Self.all
      case .form: Self.all.subtracting("&=+".utf8)
      case .path: Self.all.subtracting("/?[]".utf8)
      }
    }

    private static let all = Set(":/?[]@!$&'()*+,;=".utf8)
  }

  /// Escapes everything but letters, digits and `-._~`, and what may be kept.
  static func encode(_ text: String, keeping kept: Kept = .none) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    let reserved = kept.bytes
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if isUnreserved(byte) || reserved.contains(byte)
        || !reserved.isEmpty && isEscape(bytes, index)
      {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Escapes nothing but what no cookie may hold.
  static func cookie(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      let isLegal = (33...126).contains(scalar.value) && !"\",;\\".unicodeScalars.contains(scalar)
      result += isLegal ? String(scalar) : encode(String(scalar))
    }
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
      && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 32)
  }
}
