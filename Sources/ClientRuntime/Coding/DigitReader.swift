/// Reads numbers of a fixed width and single signs from the front of a text.
struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String.UTF8View) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// Reads exactly `width` digits.
  mutating func number(_ width: Int) -> Int? {
    guard rest.count >= width else { return nil }
    var value = 0
    for byte in rest.prefix(width) {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    rest = rest.dropFirst(width)
    return value
  }

  /// Reads the digits after a decimal point as nanoseconds; further digits are cut off.
  mutating func nanoseconds() -> Int? {
    var value = 0
    var count = 0
    while let byte = rest.first, byte >= 48, byte <= 57 {
      if count < 9 { value = value * 10 + Int(byte - 48) }
      count += 1
      rest = rest.dropFirst()
    }
    guard count > 0 else { return nil }
    for _ in min(count, 9)..<9 { value *= 10 }
    return value
  }

  /// Takes the next sign away when it is one of `signs`.
  mutating func take(_ signs: StaticString) -> UInt8? {
    guard let byte = rest.first else { return nil }
    let isWanted = signs.withUTF8Buffer { $0.contains(byte) }
    guard isWanted else { return nil }
    rest = rest.dropFirst()
    return byte
  }

  /// Whether the next sign was one of `signs`, and is taken away.
  mutating func skip(_ signs: StaticString) -> Bool { take(signs) != nil }
}
