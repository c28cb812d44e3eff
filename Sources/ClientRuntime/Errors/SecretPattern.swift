/// Finds a secret in every writing in which servers repeat it: as it is, escaped as in JSON or as in
/// an address, in parts or throughout.
struct SecretPattern {
  private let scalars: [Unicode.Scalar]
  private let first: UInt8

  /// `nil` for nothing at all.
  init?(_ secret: String) {
    guard let first = secret.utf8.first else { return nil }
    scalars = Array(secret.unicodeScalars)
    self.first = first
  }

  /// The places where it stands, one after the other.
  func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place < bytes.count {
      if let end = end(in: bytes, from: place) {
        ranges.append(place..<end)
        place = end
      } else {
        place += 1
      }
    }
    return ranges
  }

  private func end(in bytes: [UInt8], from place: Int) -> Int? {
    guard bytes[place] == first || bytes[place] == Self.backslash || bytes[place] == Self.percent
    else { return nil }
    var places: Set<Int> = [place]
    for scalar in scalars {
      // A backslash may be one, or the beginning of an escape: both are followed.
      var next: Set<Int> = []
      for place in places { Self.step(over: scalar, bytes, place) { next.insert($0) } }
      if next.isEmpty { return nil }
      places = next
    }
    return places.max()
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let percent = UInt8(ascii: "%")
  private static let shorts: [Unicode.Scalar: UInt8] = [
    "\"": UInt8(ascii: "\""), "\\": UInt8(ascii: "\\"), "/": UInt8(ascii: "/"),
  ]

  /// Tells the ends of a character that begins at a place, in each writing that stands there.
  private static func step(
    over scalar: Unicode.Scalar, _ bytes: [UInt8], _ place: Int, _ found: (Int) -> Void
  ) {
    guard place < bytes.count else { return }
    let plain = Array(String(scalar).utf8)
    if bytes[place...].starts(with: plain) { found(place + plain.count) }
    switch bytes[place] {
    case UInt8(ascii: "+") where scalar == " ": found(place + 1)
    case percent:
      if let end = end(of: plain.map { [percent] + digits(Int($0), 2) }, bytes, place) {
        found(end)
      }
    case backslash:
      if let short = shorts[scalar], bytes[place...].starts(with: [backslash, short]) {
        found(place + 2)
      }
      let units = Array(String(scalar).utf16)
      let escapes = units.map { [backslash, UInt8(ascii: "u")] + digits(Int($0), 4) }
      if let end = end(of: escapes, bytes, place) { found(end) }
    default: return
    }
  }

  /// Where escapes end that follow each other from a place, their letters of either size.
  private static func end(of escapes: [[UInt8]], _ bytes: [UInt8], _ place: Int) -> Int? {
    let wanted = escapes.flatMap { $0 }
    let end = place + wanted.count
    guard end <= bytes.count else { return nil }
    return zip(bytes[place..<end], wanted).allSatisfy { $0.asLetter == $1 } ? end : nil
  }

  /// A number in hexadecimal digits, their letters small.
  private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
    let text = String(number, radix: 16)
    return Array((String(repeating: "0", count: count - text.count) + text).utf8)
  }
}
