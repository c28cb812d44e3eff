/// Names as Swift writes them: types in `UpperCamelCase`, all else in `lowerCamelCase`, initialisms
/// in one case.
enum Identifier {
  /// A type's name.
  static func type(_ text: String) -> String {
    let name = joined(Words(text).all, isType: true)
    return startingWell(name, prefix: "Value")
  }

  /// The name of a property, a method or a parameter.
  static func member(_ text: String) -> String {
    startingWell(joined(Words(text).all, isType: false), prefix: "_")
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

  private static let initialisms: [String: String] = {
    let all = [
      "ID", "URL", "URI", "API", "HTTP", "HTTPS", "HTML", "JSON", "XML", "UUID", "JWT", "SQL",
      "OS", "SSH", "SSL", "TLS", "DNS", "CPU", "GPU", "PDF", "CSV", "UTC", "SMS", "AI", "IP", "UI",
    ]
    var table: [String: String] = [:]
    for word in all {
      table[word.lowercased()] = word
      if ["ID", "URL", "URI", "API"].contains(word) { table[word.lowercased() + "s"] = word + "s" }
    }
    return table
  }()

  private static func capitalized(_ word: String) -> String {
    if let initialism = initialism(word) { return initialism }
    if isSmall(word) { return word.prefix(1).uppercased() + word.dropFirst() }
    // An author's own capitals stay: `OAuth`, `iOS` inside a name; shouted words do not.
    let rest = word.dropFirst()
    let isLowered = isShouted(word) && !rest.isEmpty
    return word.prefix(1).uppercased() + (isLowered ? rest.lowercased() : String(rest))
  }

  private static func lowered(_ word: String) -> String {
    if isSmall(word) { return word }
    if initialism(word) != nil || isShouted(word) { return word.lowercased() }
    return word.prefix(1).lowercased() + word.dropFirst()
  }

  /// Whether there is nothing to do about a word but for its first letter, as about most.
  private static func isSmall(_ word: String) -> Bool {
    word.utf8.allSatisfy { LetterKind($0).isLower }
  }

  private static func initialism(_ word: String) -> String? {
    // The longest is `https`.
    word.utf8.count <= 5 ? initialisms[word.lowercased()] : nil
  }

  /// Whether a word has no small letter; in ASCII a byte says so.
  private static func isShouted(_ word: String) -> Bool {
    word.isASCII
      ? !word.utf8.contains { LetterKind($0).isLower } : word.allSatisfy { !$0.isLowercase }
  }

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
