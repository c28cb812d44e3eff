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
    var end = bytes.count
    while end > 0, bytes[end - 1] == Self.return || bytes[end - 1] == Self.newline { end -= 1 }
    if end == 0 {
      // 1xx only announces the answer.
      isComplete = head.status >= 200
      return isComplete ? head : nil
    }
    if Self.isStatus(bytes, end) {
      head = ResponseHead(status: Self.status(bytes, end))
    } else {
      readField(bytes, end)
    }
    return nil
  }

  // Loops over bytes in memory, as this is done for every line of every answer: the collections'
  // own searches take five times as much code, each in a copy of its own.

  private mutating func readField(_ bytes: UnsafeRawBufferPointer, _ end: Int) {
    var colon = 0
    while colon < end, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    if colon == end { return }
    var (start, end) = (colon + 1, end)
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    head.headers.add(Self.text(bytes, 0, colon), Self.text(bytes, start, end))
  }

  private static let `return` = UInt8(ascii: "\r")
  private static let newline = UInt8(ascii: "\n")

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isStatus(_ bytes: UnsafeRawBufferPointer, _ end: Int) -> Bool {
    end >= 5 && bytes[0] == UInt8(ascii: "H") && bytes[1] == UInt8(ascii: "T")
      && bytes[2] == UInt8(ascii: "T") && bytes[3] == UInt8(ascii: "P")
      && bytes[4] == UInt8(ascii: "/")
  }

  /// The second word as a number; 0 when it is none.
  private static func status(_ bytes: UnsafeRawBufferPointer, _ end: Int) -> Int {
    var (place, status) = (5, 0)
    while place < end, bytes[place] != UInt8(ascii: " ") { place += 1 }
    while place < end, bytes[place] == UInt8(ascii: " ") { place += 1 }
    while place < end, bytes[place] != UInt8(ascii: " ") {
      let digit = Int(bytes[place]) - Int(UInt8(ascii: "0"))
      guard 0...9 ~= digit, status < 100_000_000 else { return 0 }
      status = status * 10 + digit
      place += 1
    }
    return status
  }

  private static func text(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }
}
