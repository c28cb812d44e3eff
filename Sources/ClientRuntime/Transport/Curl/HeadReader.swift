/// Reads status and headers line by line, as they come.
struct HeadReader {
  /// How many bytes of headers are read at most: of all answers, 1xx and trailers included.
  static let most = 256 * 1024

  private var head = ResponseHead(status: 0)
  private var isComplete = false
  private var size = 0

  var isTooLarge: Bool { size > Self.most }

  /// Takes a line in; the empty line after a final status gives the head.
  mutating func read(_ bytes: UnsafeRawBufferPointer) -> ResponseHead? {
    size += bytes.count
    // What follows the body are trailers.
    if isComplete { return nil }
    let line = Self.trim(bytes[...]) { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
    if line.isEmpty {
      // 1xx only announces the answer.
      isComplete = head.status >= 200
      return isComplete ? head : nil
    }
    if line.starts(with: "HTTP/".utf8) {
      head = ResponseHead(status: Self.status(line))
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
      let value = Self.trim(line[(colon + 1)...].drop(while: isBlank), isBlank)
      head.headers.add(Self.text(line[..<colon]), Self.text(value))
    }
    return nil
  }

  /// The second word as a number; 0 when it is none.
  private static func status(_ line: Slice<UnsafeRawBufferPointer>) -> Int {
    let space = UInt8(ascii: " ")
    let word = line.drop { $0 != space }.drop { $0 == space }.prefix { $0 != space }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard word.count <= 9, word.allSatisfy(digits.contains) else { return 0 }
    return word.reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) }
  }

  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes), as: UTF8.self)
  }

  private static func trim(
    _ bytes: Slice<UnsafeRawBufferPointer>, _ isUnwanted: (UInt8) -> Bool
  ) -> Slice<UnsafeRawBufferPointer> {
    var rest = bytes
    while let last = rest.last, isUnwanted(last) { rest.removeLast() }
    return rest
  }
}
