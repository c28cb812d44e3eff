/// Names as Swift writes them: types in `UpperCamelCase`, all else in `lowerCamelCase`, initialisms
/// in one case.
enum Identifier {
  /// A type's name.
  static func type(_ text: String) -> String {
    startingWell(joined(text, isType: true), prefix: "Value")
  }

  /// The name of a property, a method or a parameter.
  static func member(_ text: String) -> String {
    startingWell(joined(text, isType: false), prefix: "_")
  }

  /// A name without the backticks that Swift wants around some.
  static func bare(_ name: String) -> String {
    name.utf8.contains(UInt8(ascii: "`")) ? name.filter { $0 != "`" } : name
  }

  /// The name of a member that an author chose for code: kept when it is a good name already.
  static func member(chosen text: String) -> String {
    let isGood = text.first?.isLowercase == true && !text.contains("_") && isValid(text)
    return isGood ? text : member(text)
  }

  /// Whether Swift reads a text as a name without backticks.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.isNameStart,
      text != "_", text.unicodeScalars.allSatisfy(\.isNamePart)
    else { return false }
    return ReservedWords.member(text) == text && ReservedWords.type(text) == text
  }

  /// Words that are written in capitals throughout; some have a plural.
  private static let initialisms: [UInt64: Initialism] = {
    let all = [
      "HTTP", "HTTPS", "HTML", "JSON", "XML", "UUID", "JWT", "SQL",
      "OS", "SSH", "SSL", "TLS", "DNS", "CPU", "GPU", "PDF", "CSV", "UTC", "SMS", "AI", "IP", "UI",
    ]
    let counted = ["ID", "URL", "URI", "API"]
    var table: [UInt64: Initialism] = [:]
    for word in all + counted { table[packed(word.utf8)] = .singular }
    for word in counted { table[packed((word + "s").utf8)] = .plural }
    return table
  }()

  enum Initialism {
    case singular
    /// Its last letter is small: `IDs`.
    case plural
  }

  /// Whether a word is an initialism, however its letters are cased.
  static func initialism(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Initialism? {
    // The longest is `https`, the shortest `os`.
    (2...5).contains(word.count) ? initialisms[packed(word)] : nil
  }

  /// A short word in small letters as one number.
  private static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  private static func joined(_ text: String, isType: Bool) -> String {
    ASCIIWords.with(text) { $0.joined(isType: isType) }.flatMap(\.self)
      ?? joined(Words(text).all, isType: isType)
  }

  /// A word in ASCII, cased as a name; `nil` when it is none.
  private static func one(_ word: String, isType: Bool) -> String? {
    ASCIIWords.with(word) { $0.isOne ? $0.joined(isType: isType) : nil }.flatMap(\.self)
  }

  private static func capitalized(_ word: String) -> String {
    if let name = one(word, isType: true) { return name }
    let rest = word.dropFirst()
    let isLowered = isShouted(word) && !rest.isEmpty
    return word.prefix(1).uppercased() + (isLowered ? rest.lowercased() : String(rest))
  }

  private static func lowered(_ word: String) -> String {
    if let name = one(word, isType: false) { return name }
    if isShouted(word) { return word.lowercased() }
    return word.prefix(1).lowercased() + word.dropFirst()
  }

  /// Whether a word has no small letter.
  private static func isShouted(_ word: String) -> Bool { word.allSatisfy { !$0.isLowercase } }

  /// Two numbers in a row are kept apart, so that 3.0 does not read as thirty.
  private static func joined(_ words: [String], isType: Bool) -> String {
    var result = ""
    for (index, word) in words.enumerated() {
      if startsWithNumber(word), result.last?.isNumber == true { result += "_" }
      result += index == 0 && !isType ? lowered(word) : capitalized(word)
    }
    return result
  }

  private static func startsWithNumber(_ word: String) -> Bool {
    guard let byte = word.utf8.first, byte < 0x80 else { return word.first?.isNumber == true }
    return LetterKind(byte) == .number
  }

  private static func startingWell(_ name: String, prefix: String) -> String {
    guard let first = name.unicodeScalars.first else { return prefix }
    return first.isNameStart ? name : prefix + name
  }
}

extension Unicode.Scalar {
  /// Whether a name may begin with it; the table of Unicode is asked about what is not ASCII only.
  fileprivate var isNameStart: Bool {
    guard value < 0x80 else { return properties.isXIDStart }
    let kind = LetterKind(UInt8(value))
    return kind == .upper || kind.isLower
  }

  /// Whether a name may hold it.
  fileprivate var isNamePart: Bool {
    guard value < 0x80 else { return properties.isXIDContinue }
    return self == "_" || LetterKind(UInt8(value)) != .other
  }
}
