/// The words of a name in ASCII, as nearly all names are, lent for as long as they are looked at.
///
/// Names are a large part of a plan; by characters and strings each cost ten times as much.
struct ASCIIWords {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// What is made of the words of a text; `nil` when it has other characters.
  static func with<Result>(_ text: String, _ use: (ASCIIWords) -> Result) -> Result? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.isASCII else { return nil }
      guard let spelled = spelled(bytes) else { return use(ASCIIWords(bytes: bytes)) }
      return spelled.withUnsafeBufferPointer { use(ASCIIWords(bytes: $0)) }
    }
  }

  private var ranges: WordRanges<LazyMapCollection<UnsafeBufferPointer<UInt8>, LetterKind>> {
    WordRanges(bytes.lazy.map { LetterKind($0) })
  }

  /// The words one by one.
  var all: [String] {
    ranges.map { String(decoding: UnsafeBufferPointer(rebasing: bytes[$0]), as: UTF8.self) }
  }

  /// Whether all of it is one word.
  var isOne: Bool {
    var ranges = ranges
    return ranges.next() == bytes.indices && !bytes.isEmpty
  }

  /// The words as one name, its first letter large for a type; `nil` when there are none.
  ///
  /// Numbers are kept apart where something stood between them, so the name is never longer.
  func joined(isType: Bool) -> String? {
    let name = String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var end = 0
      for word in ranges {
        if end > 0, isDigit(bytes[word.lowerBound]), isDigit(buffer[end - 1]) {
          buffer[end] = UInt8(ascii: "_")
          end += 1
        }
        let casing = casing(of: bytes[word], isFirst: end == 0 && !isType)
        for place in word {
          let isLarge = place == word.lowerBound ? casing.first : casing.rest
          buffer[end] = Self.cased(bytes[place], isLarge)
          end += 1
        }
        if casing.isPlural { buffer[end - 1] |= 0x20 }
      }
      return end
    }
    return name.isEmpty ? nil : name
  }

  /// Which letters of a word are large; `nil` leaves them as they are.
  private struct Casing {
    var first: Bool?
    var rest: Bool?
    var isPlural = false
  }

  /// An author's own capitals stay: `OAuth`, `iOS` inside a name; shouted words do not.
  private func casing(of word: Slice<UnsafeBufferPointer<UInt8>>, isFirst: Bool) -> Casing {
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

  /// The text with its signs spelt out; `nil` when it has none.
  private static func spelled(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let isNegative =
      text.count > 1 && text[0] == UInt8(ascii: "-") && LetterKind(text[1]) == .number
    guard isNegative || text.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "'") })
    else { return nil }
    var result = isNegative ? Array("minus ".utf8) : []
    for byte in text.dropFirst(isNegative ? 1 : 0) where byte != UInt8(ascii: "'") {
      if byte == UInt8(ascii: "+") { result += " plus ".utf8 } else { result.append(byte) }
    }
    return result
  }
}
