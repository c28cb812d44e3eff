import Foundation

/// Reads JSON (RFC 8259) straight into `JSONValue`: several times faster than by way of a decoder,
/// which has to try each sort of value in turn.
struct JSONParser {
  private static let maximumDepth = 512

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  static func parse(_ data: Data) throws -> JSONValue {
    var parser = JSONParser(bytes: Array(data))
    if parser.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value()
    parser.skipSpace()
    if parser.position < parser.bytes.count { throw parser.error("more follows after the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { position += 1 }
  }

  private mutating func value() throws -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { parser throws in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try number()
    case nil: throw error("the text ends where a value is wanted")
    default: throw error("no value begins like this")
    }
  }

  /// Goes one level down; without a limit deep input would use up the stack.
  private mutating func nested(
    _ read: (inout JSONParser) throws -> JSONValue
  ) throws -> JSONValue {
    depth += 1
    if depth > Self.maximumDepth { throw error("more than \(Self.maximumDepth) levels") }
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws -> JSONValue {
    var members: [String: JSONValue] = [:]
    if end(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a key in quotes is wanted") }
      let key = try string()
      guard end(UInt8(ascii: ":")) else { throw error("a colon is wanted") }
      members[key] = try value()
      if end(UInt8(ascii: "}")) { return .object(members) }
      guard end(UInt8(ascii: ",")) else { throw error("a comma or a closing brace is wanted") }
    }
  }

  private mutating func array() throws -> JSONValue {
    var values: [JSONValue] = []
    if end(UInt8(ascii: "]")) { return .array(values) }
    while true {
      values.append(try value())
      if end(UInt8(ascii: "]")) { return .array(values) }
      guard end(UInt8(ascii: ",")) else { throw error("a comma or a closing bracket is wanted") }
    }
  }

  /// Whether a sign comes next, which is then taken away.
  private mutating func end(_ sign: UInt8) -> Bool {
    skipSpace()
    guard next == sign else { return false }
    position += 1
    return true
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws -> JSONValue {
    let isThere = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard isThere else { throw error("no value begins like this") }
    position += text.utf8CodeUnitCount
    return value
  }

  func error(_ reason: String) -> DecodingError {
    let text = "\(reason), at byte \(position)"
    return .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: text))
  }
}

// MARK: Texts

extension JSONParser {
  private mutating func string() throws -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 {
      position += 1
    }
    if next == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position])
    }
    var unescaped = Array(bytes[start..<position])
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(unescaped[...])
      case UInt8(ascii: "\\"): try escape(into: &unescaped)
      case 0..<32: throw error("a control character stands in a text")
      default: unescaped.append(byte)
      }
    }
    throw error("a text is not closed")
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error("a text is not valid UTF-8")
    }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard let sign = next else { throw error("a text is not closed") }
    position += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"): text += try Array(String(scalar()).utf8)
    default: throw error("there is no such escape")
    }
  }

  private mutating func scalar() throws -> Unicode.Scalar {
    let first = try hexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Characters above U+FFFF are written as two halves.
    guard (0xD800...0xDBFF).contains(first), bytes[position...].starts(with: [0x5C, 0x75]) else {
      throw error("half a character is escaped")
    }
    position += 2
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar((first - 0xD800) << 10 + (second - 0xDC00) + 0x10000)
    else { throw error("half a character is escaped") }
    return scalar
  }

  private mutating func hexadecimal() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits are wanted")
      }
      value = value << 4 + UInt32(digit)
      position += 1
    }
    return value
  }
}

// MARK: Numbers

extension JSONParser {
  private mutating func number() throws -> JSONValue {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let hasLeadingZero = next == UInt8(ascii: "0")
    let whole = try digits()
    if hasLeadingZero, whole > 1 { throw error("a number begins with a zero") }
    var count = whole
    var isWhole = true
    if next == UInt8(ascii: ".") {
      position += 1
      count += try digits()
      isWhole = false
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      _ = try digits()
      isWhole = false
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole {
      if let value = Int64(text) { return .integer(value) }
      if let value = UInt64(text) { return .unsigned(value) }
    }
    return try fraction(text, digits: count)
  }

  private mutating func digits() throws -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    if position == start { throw error("a digit is wanted") }
    return position - start
  }

  /// Takes a double when it holds the number as written, a decimal otherwise.
  private func fraction(_ text: String, digits: Int) throws -> JSONValue {
    let isZero = !text.prefix { $0 != "e" && $0 != "E" }.contains { ("1"..."9").contains($0) }
    // What is too small for a double comes out as zero.
    if let double = Double(text), double.isFinite, double.isNormal || isZero {
      if let whole = Int64(exactly: double), digits <= 15 { return .integer(whole) }
      // Fifteen digits always fit.
      if digits <= 15 { return .number(double) }
      let decimal = Decimal(string: text, locale: nil)
      if decimal == nil || decimal == Decimal(string: "\(double)", locale: nil) {
        return .number(double)
      }
    }
    guard let decimal = Decimal(string: text, locale: nil), decimal.isFinite,
      decimal != 0 || isZero
    else {
      throw error("the number \(text) is out of range")
    }
    return .decimal(decimal)
  }
}
