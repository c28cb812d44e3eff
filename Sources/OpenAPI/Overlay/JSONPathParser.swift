import YAML

/// Reads the text of a query.
struct JSONPathParser {
  private let text: [Character]
  private var position = 0

  private init(_ text: String) { self.text = Array(text) }

  /// The query that a text means.
  static func parse(_ text: String) throws(JSONPathError) -> JSONPath.Query {
    var parser = JSONPathParser(text)
    // Conditions are read by recursion, which a bound on the text bounds too.
    guard parser.text.count <= 4096 else {
      throw JSONPathError(message: "a query has at most 4096 characters", offset: 4096)
    }
    guard parser.take("$") else { throw parser.error("a query begins with '$'") }
    let segments = try parser.segments()
    guard parser.position == parser.text.count else {
      throw parser.error("nothing may follow here")
    }
    return JSONPath.Query(isAbsolute: true, segments: segments)
  }

  private mutating func segments() throws(JSONPathError) -> [JSONPath.Segment] {
    var segments: [JSONPath.Segment] = []
    while true {
      let start = position
      skipSpaces()
      if take("..") {
        let selectors = peek == "[" ? try bracket() : [try shorthand()]
        segments.append(JSONPath.Segment(selectors: selectors, isDescendant: true))
      } else if take(".") {
        segments.append(JSONPath.Segment(selectors: [try shorthand()], isDescendant: false))
      } else if peek == "[" {
        segments.append(JSONPath.Segment(selectors: try bracket(), isDescendant: false))
      } else {
        position = start
        return segments
      }
    }
  }

  private mutating func shorthand() throws(JSONPathError) -> JSONPath.Selector {
    if take("*") { return .wildcard }
    var name = ""
    while let next = peek, next.isLetter || next.isNumber || "_-$".contains(next) || !next.isASCII {
      name.append(next)
      position += 1
    }
    guard !name.isEmpty else { throw error("a name or '*' is missing") }
    return .name(name)
  }

  private mutating func bracket() throws(JSONPathError) -> [JSONPath.Selector] {
    _ = take("[")
    var selectors: [JSONPath.Selector] = []
    repeat {
      skipSpaces()
      selectors.append(try selector())
      skipSpaces()
    } while take(",")
    guard take("]") else { throw error("']' is missing") }
    return selectors
  }

  private mutating func selector() throws(JSONPathError) -> JSONPath.Selector {
    if take("*") { return .wildcard }
    if peek == "'" || peek == "\"" { return .name(try quoted()) }
    if take("?") {
      skipSpaces()
      return .filter(try disjunction())
    }
    return try indexOrSlice()
  }

  private mutating func indexOrSlice() throws(JSONPathError) -> JSONPath.Selector {
    let start = integer()
    skipSpaces()
    guard take(":") else {
      guard let start else { throw error("a name in quotes, an index, '*' or '?' is missing") }
      return .index(start)
    }
    skipSpaces()
    let end = integer()
    skipSpaces()
    var step = 1
    if take(":") {
      skipSpaces()
      step = integer() ?? 1
    }
    return .slice(start: start, end: end, step: step)
  }

  private mutating func integer() -> Int? {
    let start = position
    _ = take("-")
    while let next = peek, next.isASCII, next.isNumber { position += 1 }
    let value = Int(String(text[start..<position]))
    if value == nil { position = start }
    return value
  }

  private mutating func quoted() throws(JSONPathError) -> String {
    guard let quote = peek else { throw error("a quote is missing") }
    position += 1
    var word = ""
    while let next = peek {
      position += 1
      if next == quote { return word }
      guard next == "\\" else {
        word.append(next)
        continue
      }
      guard let escaped = peek else { break }
      position += 1
      word.append(try unescaped(escaped))
    }
    throw error("the closing quote is missing")
  }

  private mutating func unescaped(_ escaped: Character) throws(JSONPathError) -> Character {
    switch escaped {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "\\", "/", "'", "\"": return escaped
    case "u":
      let digits = String(text[position..<min(position + 4, text.count)])
      guard digits.count == 4, let scalar = UInt32(digits, radix: 16).flatMap(UnicodeScalar.init)
      else { throw error("'\\u' wants four hexadecimal digits") }
      position += 4
      return Character(scalar)
    default: throw error("'\\\(escaped)' is no escape")
    }
  }
}

/// Filters: conditions with `||`, `&&`, `!`, parentheses and comparisons.
extension JSONPathParser {
  private mutating func disjunction() throws(JSONPathError) -> JSONPath.Condition {
    var condition = try conjunction()
    while takeSpaced("||") { condition = .or(condition, try conjunction()) }
    return condition
  }

  private mutating func conjunction() throws(JSONPathError) -> JSONPath.Condition {
    var condition = try negation()
    while takeSpaced("&&") { condition = .and(condition, try negation()) }
    return condition
  }

  private mutating func negation() throws(JSONPathError) -> JSONPath.Condition {
    skipSpaces()
    if peek == "!", !isNext("!=") {
      position += 1
      return .not(try negation())
    }
    if take("(") {
      let condition = try disjunction()
      skipSpaces()
      guard take(")") else { throw error("')' is missing") }
      return condition
    }
    return try comparison()
  }

  private mutating func comparison() throws(JSONPathError) -> JSONPath.Condition {
    let left = try operand()
    skipSpaces()
    for sign in JSONPath.Comparison.allCases where take(sign.rawValue) {
      skipSpaces()
      return .compare(left, sign, try operand())
    }
    guard case .query(let query) = left else { throw error("a comparison is missing") }
    return .exists(query)
  }

  private mutating func operand() throws(JSONPathError) -> JSONPath.Operand {
    switch peek {
    case "@", "$":
      let isAbsolute = peek == "$"
      position += 1
      return .query(JSONPath.Query(isAbsolute: isAbsolute, segments: try segments()))
    case "'", "\"": return .literal(.string(try quoted()))
    default: return .literal(try literal())
    }
  }

  private mutating func literal() throws(JSONPathError) -> Scalar {
    var word = ""
    let start = position
    while let next = peek, next.isLetter || next.isNumber || "+-.".contains(next) {
      word.append(next)
      position += 1
    }
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    if let integer = Int(word) { return .integer(integer) }
    if let number = Double(word) { return .number(number) }
    defer { position = start }
    if peek == "(" { throw error("the function '\(word)' is not supported") }
    throw error("a value is missing")
  }

  private var peek: Character? { position < text.count ? text[position] : nil }

  private func isNext(_ word: String) -> Bool { text[position...].starts(with: word) }

  private mutating func take(_ word: String) -> Bool {
    guard isNext(word) else { return false }
    position += word.count
    return true
  }

  private mutating func takeSpaced(_ word: String) -> Bool {
    let start = position
    skipSpaces()
    if take(word) { return true }
    position = start
    return false
  }

  private mutating func skipSpaces() {
    while let next = peek, next == " " || next == "\t" || next.isNewline { position += 1 }
  }

  private func error(_ message: String) -> JSONPathError {
    JSONPathError(message: message, offset: position)
  }
}
