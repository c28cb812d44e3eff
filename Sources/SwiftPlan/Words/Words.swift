/// The words of a name in somebody's own notation, found again whatever the notation:
/// `image_list`, `imageList` and `ImageList` are `image`, `list`.
struct Words {
  private(set) var all: [String] = []

  init(_ text: String) {
    split(Self.spelled(text))
    if all.isEmpty { all = Self.unicodeNames(text) }
    if all.isEmpty { all = ["empty"] }
  }

  private mutating func split(_ text: [Character]) {
    var word = ""
    for (index, character) in text.enumerated() {
      guard character.isLetter || character.isNumber else {
        flush(&word)
        continue
      }
      let previous = index > 0 ? text[index - 1] : " "
      let next = index + 1 < text.count ? text[index + 1] : " "
      let startsWord =
        character.isUppercase && (previous.isLowercase || previous.isNumber && next.isLowercase)
        || character.isUppercase && previous.isUppercase && next.isLowercase
          && !Self.isPlural(text, index)
      if startsWord { flush(&word) }
      word.append(character)
    }
    flush(&word)
  }

  private mutating func flush(_ word: inout String) {
    if !word.isEmpty { all.append(word) }
    word = ""
  }

  /// In `imageURLs` the `s` belongs to the initialism before it.
  private static func isPlural(_ text: [Character], _ index: Int) -> Bool {
    guard index + 1 < text.count, text[index + 1] == "s" else { return false }
    return index + 2 == text.count || !text[index + 2].isLowercase
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
