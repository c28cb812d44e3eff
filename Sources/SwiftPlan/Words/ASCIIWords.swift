/// The words of a name in ASCII, as nearly all names are: places among its bytes.
///
/// Names are a large part of a plan; by characters and strings each cost ten times as much.
struct ASCIIWords {
  let bytes: [UInt8]
  let parts: [Range<Int>]

  /// Finds the words; `nil` when the text has other characters.
  init?(_ text: String) {
    let original = Array(text.utf8)
    guard original.allSatisfy({ $0 < 0x80 }) else { return nil }
    bytes = Words.spelled(original)
    parts = Words.split(bytes.lazy.map { LetterKind($0) })
  }

  /// The words as one name, its first letter large for a type.
  func joined(isType: Bool) -> String {
    String(unsafeUninitializedCapacity: bytes.count + parts.count) { buffer in
      var end = 0
      for (index, part) in parts.enumerated() {
        if end > 0, isDigit(bytes[part.lowerBound]), isDigit(buffer[end - 1]) {
          buffer[end] = UInt8(ascii: "_")
          end += 1
        }
        let casing = casing(of: bytes[part], isFirst: index == 0 && !isType)
        for place in part {
          let isLarge = place == part.lowerBound ? casing.first : casing.rest
          buffer[end] = Self.cased(bytes[place], isLarge)
          end += 1
        }
        if casing.isPlural { buffer[end - 1] |= 0x20 }
      }
      return end
    }
  }

  /// Which letters of a word are large; `nil` leaves them as they are.
  private struct Casing {
    var first: Bool?
    var rest: Bool?
    var isPlural = false
  }

  /// An author's own capitals stay: `OAuth`, `iOS` inside a name; shouted words do not.
  private func casing(of word: ArraySlice<UInt8>, isFirst: Bool) -> Casing {
    let isShouted = !word.contains { LetterKind($0).isLower }
    let initialism = Identifier.initialism(word)
    if isFirst {
      return Casing(first: false, rest: initialism != nil || isShouted ? false : nil)
    }
    if let initialism {
      return Casing(first: true, rest: true, isPlural: initialism == .plural)
    }
    return Casing(first: true, rest: isShouted ? false : nil)
  }

  private func isDigit(_ byte: UInt8) -> Bool { LetterKind(byte) == .number }

  private static func cased(_ byte: UInt8, _ isLarge: Bool?) -> UInt8 {
    switch (isLarge, LetterKind(byte)) {
    case (true, .lower), (true, .pluralS): byte & ~0x20
    case (false, .upper): byte | 0x20
    default: byte
    }
  }
}
