import Foundation

/// Bytes as text, in the standard alphabet and the one for addresses.
package enum Base64 {
  /// Reads either alphabet, with or without padding.
  package static func data(from text: String) -> Data? {
    var bytes = Array(text.utf8)
    bytes.removeAll { $0 == UInt8(ascii: "=") || $0 == 10 || $0 == 13 }
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "-") { bytes[index] = UInt8(ascii: "+") }
      if bytes[index] == UInt8(ascii: "_") { bytes[index] = UInt8(ascii: "/") }
    }
    while bytes.count % 4 != 0 { bytes.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(bytes))
  }

  /// Writes the alphabet for addresses, without padding.
  package static func urlText(from data: Data) -> String {
    var text = ""
    for character in data.base64EncodedString() where character != "=" {
      text.append(character == "+" ? "-" : character == "/" ? "_" : character)
    }
    return text
  }
}
