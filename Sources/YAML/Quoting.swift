/// Puts text of one value or key into quotes that give back exactly that text.
enum Quoting {
  /// Single quotes unless only double ones need no escape.
  static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let hasSingle = bytes.contains(UInt8(ascii: "'"))
    let hasDouble = bytes.contains(UInt8(ascii: "\"")) || bytes.contains(UInt8(ascii: "\\"))
    if hasSingle, !hasDouble { return "\"\(text)\"" }
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result += "'" }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  /// A quoted value with the quotes inside it escaped; `nil` when it may be more than one value.
  static func escapedInside(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let quote = bytes.first, bytes.count > 2, bytes.last == quote else { return nil }
    let inner = Array(bytes.dropFirst().dropLast())
    var result: [UInt8] = [quote]
    var index = 0
    while index < inner.count {
      let byte = inner[index]
      let next = index + 1 < inner.count ? inner[index + 1] : 0
      if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\") {
        result += [byte, next]
        index += 2
        continue
      }
      if byte == quote {
        if next == UInt8(ascii: ",") || next == UInt8(ascii: ":") { return nil }
        result.append(quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\"))
        if quote == UInt8(ascii: "'"), next == quote { index += 1 }
      }
      result.append(byte)
      index += 1
    }
    result.append(quote)
    return String(decoding: result, as: UTF8.self)
  }
}
