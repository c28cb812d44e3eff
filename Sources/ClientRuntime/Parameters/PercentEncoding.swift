/// Escapes bytes for the parts of an address.
enum PercentEncoding {
  /// Escapes everything but letters, digits and `-._~`; `allowReserved` keeps the rest of RFC 3986's
  /// reserved characters and escapes that are already there.
  static func encode(_ text: String, allowReserved: Bool = false) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if isUnreserved(byte) || allowReserved && isKept(bytes, index) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hex = Array("0123456789ABCDEF".utf8)
  private static let reserved = Set(":/?#[]@!$&'()*+,;=".utf8)

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isKept(_ bytes: [UInt8], _ index: Int) -> Bool {
    // A bare # would end the query, so it is escaped here too.
    if bytes[index] == UInt8(ascii: "#") { return false }
    if reserved.contains(bytes[index]) { return true }
    return bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
      && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 32)
  }
}
