import Foundation

/// An entry as a line of a file: `{"sum":"…","entry":{…}}`, so that a torn line shows itself.
enum JournalLine {
  private static let head = Data(#"{"sum":""#.utf8)
  private static let middle = Data(#"","entry":"#.utf8)

  /// The line, its end included.
  static func data(_ entry: JournalEntry) throws -> Data {
    let text = try TextCoding.data(entry)
    return head + Data(CyclicRedundancyCheck.text(text).utf8) + middle + text + Data("}\n".utf8)
  }

  /// Whether a line that is not whole is the beginning of one.
  static func mayBeTorn(_ line: Data) -> Bool { head.starts(with: line.prefix(head.count)) }

  /// The entry of a line without its end; `nil` when the line is not whole.
  static func entry(_ line: Data) -> JournalEntry? {
    let line = Data(line)
    let start = head.count + 8 + middle.count
    guard line.count > start + 1, line.starts(with: head), line.last == UInt8(ascii: "}"),
      line[head.count + 8..<start] == middle
    else { return nil }
    let text = line[start..<line.count - 1]
    guard
      CyclicRedundancyCheck.text(text)
        == String(decoding: line[head.count..<head.count + 8], as: UTF8.self)
    else { return nil }
    return try? TextCoding.value(JournalEntry.self, from: Data(text))
  }
}
