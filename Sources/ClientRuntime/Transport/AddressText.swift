import Foundation

extension String {
  /// Looks at the bytes where they lie; a copy of the string to look at would be counted.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }

  /// Whether a character of ASCII is in it; bytes are quicker to look at than characters.
  func holds(_ character: Unicode.Scalar) -> Bool {
    let byte = Int32(UInt8(ascii: character))
    return withBytes { bytes in
      bytes.baseAddress.map { memchr($0, byte, bytes.count) != nil } ?? false
    }
  }

  /// Whether an address begins with a scheme, in letters of any size; `scheme` ends with its colon or
  /// with the slashes that follow it.
  func hasScheme(_ scheme: StaticString) -> Bool {
    let length = scheme.utf8CodeUnitCount
    return withBytes { bytes in
      guard bytes.count >= length else { return false }
      for place in 0..<length where bytes[place].asLetter != scheme.utf8Start[place] {
        return false
      }
      return true
    }
  }

  /// Whether an address begins with a scheme and goes on with a host.
  func namesHost(after scheme: StaticString) -> Bool {
    guard hasScheme(scheme) else { return false }
    return withBytes { bytes in
      let place = scheme.utf8CodeUnitCount
      guard place < bytes.count else { return false }
      let first = bytes[place]
      return first != UInt8(ascii: "/") && first != UInt8(ascii: "?") && first != UInt8(ascii: "#")
    }
  }

  /// The address without the user and password that may stand before the host; that of a proxy may
  /// have no scheme.
  var withoutUser: String {
    guard holds("@") else { return self }
    let start = range(of: "://")?.upperBound ?? startIndex
    let end = self[start...].firstIndex { "/?#".contains($0) } ?? endIndex
    guard let at = self[start..<end].lastIndex(of: "@") else { return self }
    return String(self[..<start] + self[index(after: at)...])
  }
}
