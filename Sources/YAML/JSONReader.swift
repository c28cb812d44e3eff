import Diagnostics

/// Reads JSON into the same records as YAML, with exact positions.
///
/// libyaml refuses some legal JSON: surrogate pairs, long keys, a colon on the next line.
struct JSONReader: ~Copyable {
  private struct Failure: Error {
    var message: String
    var position: Int
    var help: String?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  private var composer: Composer
  private var position = 0
  private var line: UInt32
  /// The offset of the current line, moved back by each continuation byte that was passed.
  private var lineStart = 0
  private var scratch: [UInt8] = []

  private init(_ file: SourceFile, _ excerpt: Excerpt, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes[excerpt.bytes])
    firstLine = excerpt.line + 1
    line = UInt32(clamping: firstLine)
    composer = Composer(file, size: excerpt.bytes.count)
  }

  /// Reads the whole text as one JSON value.
  static func read(_ file: SourceFile, _ excerpt: Excerpt) -> Parsed {
    file.bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(file, excerpt, bytes)
      return reader.run()
    }
  }

  private mutating func run() -> Parsed {
    do {
      skipSpace()
      if position < bytes.count {
        try value()
        skipSpace()
        if position < bytes.count, !composer.hasFailed {
          throw Failure(
            message: "more text after the end of the value", position: position,
            help: "a JSON file holds one value")
        }
      }
    } catch let failure as Failure {
      composer.fail(diagnostic(failure))
    } catch {
      composer.fail(
        diagnostic(Failure(message: "the text cannot be read", position: position)))
    }
    return composer.finish()
  }

  /// One value; the depth is bounded by the composer, so the recursion is too.
  private mutating func value() throws {
    guard position < bytes.count else { throw end() }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "\""): try string()
    default: try literal()
    }
  }

  private mutating func object() throws {
    _ = composer.begin(.mapping, at: here(width: 1))
    position += 1
    skipSpace()
    if peek() == UInt8(ascii: "}") { return closeContainer() }
    while !composer.hasFailed {
      guard peek() == UInt8(ascii: "\"") else {
        throw failure(
          peek() == UInt8(ascii: "}")
            ? "a comma before '}'" : "a key must be a string in double quotes",
          help: peek() == UInt8(ascii: "}") ? "remove the comma" : nil)
      }
      try string()
      skipSpace()
      guard peek() == UInt8(ascii: ":") else { throw failure("expected ':' after the key") }
      position += 1
      skipSpace()
      try value()
      if try separator(closing: UInt8(ascii: "}")) { return closeContainer() }
    }
  }

  private mutating func array() throws {
    _ = composer.begin(.sequence, at: here(width: 1))
    position += 1
    skipSpace()
    if peek() == UInt8(ascii: "]") { return closeContainer() }
    while !composer.hasFailed {
      if peek() == UInt8(ascii: "]") {
        throw failure("a comma before ']'", help: "remove the comma")
      }
      try value()
      if try separator(closing: UInt8(ascii: "]")) { return closeContainer() }
    }
  }

  /// Passes a comma; returns whether the container closes instead.
  private mutating func separator(closing: UInt8) throws -> Bool {
    guard !composer.hasFailed else { return false }
    skipSpace()
    guard let next = peek() else { throw end() }
    if next == closing { return true }
    guard next == UInt8(ascii: ",") else {
      throw failure("expected ',' or '\(Character(UnicodeScalar(closing)))'")
    }
    position += 1
    skipSpace()
    return false
  }

  private mutating func closeContainer() {
    composer.end(at: here(width: 1))
    position += 1
  }

  private mutating func literal() throws {
    let start = position
    let column = column(of: start)
    while let byte = peek(), isWord(byte) { position += 1 }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<position])
    guard JSONReader.isLiteral(word) || JSONReader.isNumber(word) else {
      let text = String(decoding: word.prefix(40), as: UTF8.self)
      throw Failure(
        message: text.isEmpty ? "expected a value" : "'\(text)' is no JSON value",
        position: start, help: text.isEmpty ? nil : "put a string in double quotes")
    }
    let span = Span(
      line: line, column: column, endLine: line, endColumn: self.column(of: position))
    _ = composer.scalar(word, isPlain: true, at: span)
  }

  private mutating func string() throws {
    let (start, column) = (position, column(of: position))
    position += 1
    while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      if byte & 0xC0 == 0x80 { lineStart += 1 }
      position += 1
    }
    if peek() == UInt8(ascii: "\"") {
      let text = UnsafeBufferPointer(rebasing: bytes[start + 1..<position])
      position += 1
      let end = self.column(of: position)
      let span = Span(line: line, column: column, endLine: line, endColumn: end)
      _ = composer.scalar(text, isPlain: false, at: span)
      return
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes[start + 1..<position])
    try escapedRest(start)
    let end = self.column(of: position)
    let span = Span(line: line, column: column, endLine: line, endColumn: end)
    _ = scratch.withUnsafeBufferPointer { composer.scalar($0, isPlain: false, at: span) }
  }

  /// The rest of a string from its first escape on, into `scratch`.
  private mutating func escapedRest(_ start: Int) throws {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20:
        throw failure("a control character in a string", help: "write it as an escape, like \\n")
      default:
        if byte & 0xC0 == 0x80 { lineStart += 1 }
        scratch.append(byte)
        position += 1
      }
    }
    throw Failure(message: "the string that starts here has no end", position: start)
  }

  private mutating func escape() throws {
    let start = position
    position += 1
    guard let byte = peek() else { throw end() }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"): try unicode(start)
    default: throw Failure(message: "no such escape in JSON", position: start)
    }
  }

  private mutating func unicode(_ start: Int) throws {
    var code = try hex4(start)
    if (0xD800..<0xDC00).contains(code), peek() == UInt8(ascii: "\\"),
      position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = try hex4(start)
      guard (0xDC00..<0xE000).contains(low) else {
        throw Failure(message: "half of a surrogate pair", position: start)
      }
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
    }
    guard let scalar = UnicodeScalar(code) else {
      throw Failure(
        message: "half of a surrogate pair", position: start,
        help: "write both halves, or the character itself")
    }
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func hex4(_ start: Int) throws -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw Failure(message: "'\\u' needs four hexadecimal digits", position: start)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}

// MARK: - Characters and places

extension JSONReader {
  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09: position += 1
      case 0x0A, 0x0D:
        let isPair =
          bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
        position += isPair ? 2 : 1
        line += 1
        lineStart = position
      default: return
      }
    }
  }

  private func column(of offset: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: offset - lineStart + 1)
  }

  private func here(width: UInt32) -> Span {
    let column = column(of: position)
    return Span(line: line, column: column, endLine: line, endColumn: column + width)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  private static func isLiteral(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      || word.elementsEqual("null".utf8)
  }

  /// `-? int frac? exp?` as the JSON grammar has it.
  static func isNumber(_ word: some RandomAccessCollection<UInt8>) -> Bool {
    var rest = word[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    let isZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, !isZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private func failure(_ message: String, help: String? = nil) -> Failure {
    position < bytes.count
      ? Failure(message: message, position: position, help: help) : end()
  }

  private func end() -> Failure {
    Failure(message: "the text ends in the middle of a value", position: position)
  }

  private func diagnostic(_ failure: Failure) -> Diagnostic {
    let text = SourceFile(name: "", bytes: Array(bytes.prefix(failure.position)))
    var place = text.position(at: failure.position)
    place.line += firstLine - 1
    return Diagnostic(
      .error, "json-syntax", failure.message,
      at: SourceRange(file: composer.file, start: place), help: failure.help)
  }
}
