/// Names as Swift writes them: types in `UpperCamelCase`, all else in `lowerCamelCase`, initialisms
/// in one case.
enum Identifier {
  /// A type's name.
  static func type(_ text: String) -> String {
    let name = joined(Words(text).all.map(capitalized))
    return startingWell(name, prefix: "Value")
  }

  /// The name of a property, a method or a parameter.
  static func member(_ text: String) -> String {
    let words = Words(text).all
    let head = words.first.map(lowered) ?? ""
    return startingWell(joined([head] + words.dropFirst().map(capitalized)), prefix: "_")
  }

  /// The name of a member that an author chose for code: kept when it is a good name already.
  static func member(chosen text: String) -> String {
    let isGood = text.first?.isLowercase == true && !text.contains("_") && isValid(text)
    return isGood ? text : member(text)
  }

  /// Whether Swift reads a text as a name without backticks.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isXIDStart,
      text != "_", text.unicodeScalars.allSatisfy({ $0.properties.isXIDContinue })
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
    if let initialism = initialisms[word.lowercased()] { return initialism }
    // An author's own capitals stay: `OAuth`, `iOS` inside a name; shouted words do not.
    let isShouted = word.count > 1 && word.allSatisfy { !$0.isLowercase }
    let rest = word.dropFirst()
    return word.prefix(1).uppercased() + (isShouted ? rest.lowercased() : String(rest))
  }

  private static func lowered(_ word: String) -> String {
    if initialisms[word.lowercased()] != nil { return word.lowercased() }
    let isShouted = word.allSatisfy { !$0.isLowercase }
    return isShouted ? word.lowercased() : word.prefix(1).lowercased() + word.dropFirst()
  }

  /// Two numbers in a row are kept apart, so that 3.0 does not read as thirty.
  private static func joined(_ words: [String]) -> String {
    var result = ""
    for word in words {
      if result.last?.isNumber == true, word.first?.isNumber == true { result += "_" }
      result += word
    }
    return result
  }

  private static func startingWell(_ name: String, prefix: String) -> String {
    guard let first = name.unicodeScalars.first else { return prefix }
    return first.properties.isXIDStart ? name : prefix + name
  }
}
