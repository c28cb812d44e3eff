/// Reads status and headers line by line, as they come.
struct HeadReader {
  private var head = ResponseHead(status: 0)
  private var isComplete = false

  /// Takes a line in; the empty line after a final status gives the head.
  mutating func read(_ bytes: UnsafeRawBufferPointer) -> ResponseHead? {
    // What follows the body are trailers.
    if isComplete { return nil }
    let line = String(decoding: bytes, as: UTF8.self).trimmingSuffix { $0.isNewline }
    if line.isEmpty {
      // 1xx only announces the answer.
      isComplete = head.status >= 200
      return isComplete ? head : nil
    }
    if line.hasPrefix("HTTP/") {
      let words = line.split(separator: " ", maxSplits: 2)
      head = ResponseHead(status: words.count > 1 ? Int(words[1]) ?? 0 : 0)
    } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let value = line[line.index(after: colon)...]
        .drop { $0 == " " || $0 == "\t" }
        .trimmingSuffix { $0 == " " || $0 == "\t" }
      head.headers.add(String(line[..<colon]), String(value))
    }
    return nil
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the characters at the end that are of a sort.
  fileprivate func trimmingSuffix(_ isUnwanted: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isUnwanted(last) { rest.removeLast() }
    return rest
  }
}
