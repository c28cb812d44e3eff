/// The words of a name in somebody's own notation, found again whatever the notation:
/// `image_list`, `imageList` and `ImageList` are `image`, `list`.
struct Words {
  private(set) var all: [String] = []

  init(_ text: String) {
    if !text.isEmpty, text.isSmall {
      all = [text]
    } else if let words = ASCIIWords.with(text, \.all) {
      all = words
    } else {
      let characters = Self.spelled(text)
      all = WordRanges(characters.map(LetterKind.init)).map { String(characters[$0]) }
    }
    if all.isEmpty { all = Self.unicodeNames(text) }
    if all.isEmpty { all = ["empty"] }
  }

  /// Signs that tell names apart are spelt out: `+1` and `-1`, `gmt+0` and `gmt-0`.
  private static func spelled(_ text: String) -> [Character] {
    var result: [Character] = []
    for (index, character) in text.enumerated() {
      switch character {
      case "+": result += Array(" plus ")
      case "-" where index == 0 && text.dropFirst().first?.isNumber == true:
        result += Array("minus ")
      case "’", "'": break
      default: result.append(character)
      }
    }
    return result
  }

  /// What the characters of a name without letters are called: `<` is the less than sign.
  private static func unicodeNames(_ text: String) -> [String] {
    text.unicodeScalars.prefix(4).flatMap { scalar -> [String] in
      guard let name = scalar.properties.name, scalar != " " else { return [] }
      return name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
  }
}

/// What a character does for the words of a name.
enum LetterKind {
  case upper, lower, letter, number, other
  /// A small letter that may also end a plural of capitals.
  case pluralS

  var isLower: Bool { self == .lower || self == .pluralS }

  init(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "s"): self = .pluralS
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
    default: self = .other
    }
  }

  init(_ character: Character) {
    if character == "s" {
      self = .pluralS
    } else if !character.isLetter && !character.isNumber {
      self = .other
    } else if character.isUppercase {
      self = .upper
    } else if character.isLowercase {
      self = .lower
    } else {
      self = character.isNumber ? .number : .letter
    }
  }
}

extension String {
  /// Whether a byte is a character everywhere in the text.
  var isASCII: Bool {
    utf8.withContiguousStorageIfAvailable(\.isASCII) ?? utf8.allSatisfy { $0 < 0x80 }
  }

  /// Whether it has only small letters of ASCII.
  var isSmall: Bool { utf8.allSatisfy { LetterKind($0).isLower } }

  /// The number of characters.
  var width: Int { isASCII ? utf8.count : count }
}
