import Diagnostics
import YAML

extension Fix {
  /// Writes another word in the place of a scalar, keeping its quotes.
  init?(replacing node: Node, with word: String) {
    let range = node.range
    guard let start = range.file.offset(of: range.start),
      let end = range.file.offset(of: range.end),
      start < end, end <= range.file.bytes.count
    else { return nil }
    let first = range.file.bytes[start]
    let isQuoted = (first == 0x22 || first == 0x27) && end - start >= 2
    let bytes = isQuoted ? start + 1..<end - 1 : start..<end
    self.init(
      "write '\(word)'", in: range.file, edits: [Edit(bytes: bytes, replacement: word)])
  }
}
