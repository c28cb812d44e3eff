/// Finds a secret in every writing in which servers repeat it: as it is, escaped as in JSON or as in
/// an address, in parts or throughout.
struct SecretPattern {
  /// A character as it may be written.
  private struct Writing {
    var bytes: [UInt8]
    /// Whether letters may be of either size, as in escapes; they are small here.
    var isEscape: Bool

    init(_ bytes: [UInt8], isEscape: Bool = false) {
      (self.bytes, self.isEscape) = (bytes, isEscape)
    }

    /// Where it ends when it begins at a place.
    func end(in bytes: [UInt8], from place: Int) -> Int? {
      let end = place + self.bytes.count
      guard end <= bytes.count else { return nil }
      for (index, wanted) in zip(place..<end, self.bytes) {
        let byte = isEscape ? bytes[index].asLetter : bytes[index]
        if byte != wanted { return nil }
      }
      return end
    }
  }

  /// Each character in all its writings, found out once: an answer may have a million places where
  /// one could begin.
  private let characters: [[Writing]]
  /// With which bytes it can begin.
  private let beginnings: Set<UInt8>

  /// `nil` for nothing at all.
  init?(_ secret: String) {
    characters = secret.unicodeScalars.map(Self.writings)
    guard let first = characters.first else { return nil }
    beginnings = Set(first.compactMap(\.bytes.first))
  }

  /// The places where it stands, one after the other.
  func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var canBegin = [Bool](repeating: false, count: 256)
    for byte in beginnings { canBegin[Int(byte)] = true }
    var ranges: [Range<Int>] = []
    var place = 0
    while place < bytes.count {
      if canBegin[Int(bytes[place])], let end = end(in: bytes, from: place) {
        ranges.append(place..<end)
        place = end
      } else {
        place += 1
      }
    }
    return ranges
  }

  private func end(in bytes: [UInt8], from place: Int) -> Int? {
    var places = [place]
    for writings in characters {
      // A backslash may be one, or the beginning of an escape: both are followed.
      var next: [Int] = []
      for place in places {
        for writing in writings {
          if let end = writing.end(in: bytes, from: place), !next.contains(end) { next.append(end) }
        }
      }
      if next.isEmpty { return nil }
      places = next
    }
    return places.max()
  }

  private static func writings(of scalar: Unicode.Scalar) -> [Writing] {
    let backslash = UInt8(ascii: "\\")
    let plain = Array(String(scalar).utf8)
    let percent = plain.flatMap { [UInt8(ascii: "%")] + digits(Int($0), 2) }
    let units = String(scalar).utf16.flatMap {
      [backslash, UInt8(ascii: "u")] + digits(Int($0), 4)
    }
    var writings = [
      Writing(plain), Writing(percent, isEscape: true), Writing(units, isEscape: true),
    ]
    if "\"\\/".unicodeScalars.contains(scalar) { writings.append(Writing([backslash] + plain)) }
    if scalar == " " { writings.append(Writing([UInt8(ascii: "+")])) }
    return writings
  }

  /// A number in hexadecimal digits, their letters small.
  private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    let text = String(number, radix: 16)
    return Array((String(repeating: "0", count: count - text.count) + text).utf8)
  }
}
