import Foundation

extension String {
  /// Whether a character of ASCII is in it; bytes are quicker to look at than characters.
  func holds(_ character: Unicode.Scalar) -> Bool {
    let byte = UInt8(ascii: character)
    let isThere = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
    return isThere ?? utf8.contains(byte)
  }

  /// Whether an address begins with a scheme, in letters of any size; `scheme` ends with its colon.
  func hasScheme(_ scheme: StaticString) -> Bool {
    let length = scheme.utf8CodeUnitCount
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count >= length else { return false }
      for place in 0..<length where bytes[place].asLetter != scheme.utf8Start[place] {
        return false
      }
      return true
    }
  }
}
