import Diagnostics
import YAML

extension Fix {
  /// Writes another word in the place of a scalar, keeping its quotes; quotes are put around a word
  /// that would be another thing without them.
  init?(replacing node: Node, with word: String) {
    guard let bytes = node.bytes else { return nil }
    if let inner = node.inside(bytes) {
      guard !word.contains(where: { "'\"\\".contains($0) || $0.isNewline }) else { return nil }
      self.init("write '\(word)'", at: inner, of: node, word)
    } else {
      let isPlain = word.isPlain || word.first == "'"
      guard isPlain || !word.contains("'") else { return nil }
      self.init("write '\(word)'", at: bytes, of: node, isPlain ? word : "'\(word)'")
    }
  }

  /// Puts quotes around a plain scalar, those of JSON in JSON.
  init?(quoting node: Node) {
    guard let text = node.string, let bytes = node.bytes, node.inside(bytes) == nil else {
      return nil
    }
    let quote = node.range.file.isJSON ? "\"" : "'"
    self.init("quote it", at: bytes, of: node, quote + text + quote)
  }

  /// Takes the quotes away from what is a number or a boolean without them.
  init?(unquoting node: Node) {
    guard let text = node.string, let bytes = node.bytes, node.inside(bytes) != nil else {
      return nil
    }
    self.init("remove the quotes", at: bytes, of: node, text)
  }

  /// Puts `true` in the place of whatever there is.
  init?(settingTrue node: Node) {
    guard node.kind == .scalar, let bytes = node.bytes else { return nil }
    self.init("write 'true'", at: bytes, of: node, "true")
  }

  /// Writes an entry before a key of a mapping, in the way in which the key is written.
  init?(inserting name: String, before key: Node, in mapping: Node) {
    let file = key.range.file
    guard let start = key.bytes?.lowerBound, let head = mapping.start, mapping.range.file === file
    else { return nil }
    let title = "add '\(name): true'"
    if file.bytes[head] == UInt8(ascii: "{") {
      let quote = file.bytes[start] == UInt8(ascii: "\"") ? "\"" : ""
      self.init(title, at: start..<start, of: key, "\(quote)\(name)\(quote): true, ")
      return
    }
    let line = file.bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let margin = file.bytes[line..<start]
    guard margin.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    let hasReturn = line > 1 && file.bytes[line - 2] == UInt8(ascii: "\r")
    let end = (hasReturn ? "\r\n" : "\n") + String(repeating: " ", count: margin.count)
    self.init(title, at: start..<start, of: key, "\(name): true" + end)
  }

  private init(_ title: String, at bytes: Range<Int>, of node: Node, _ text: String) {
    self.init(title, in: node.range.file, edits: [Edit(bytes: bytes, replacement: text)])
  }
}

extension Node {
  fileprivate var start: Int? {
    guard let start = range.file.offset(of: range.start), start < range.file.bytes.count else {
      return nil
    }
    return start
  }

  /// The bytes of its file that it was written with.
  fileprivate var bytes: Range<Int>? {
    guard let start, let end = range.file.offset(of: range.end), start < end,
      end <= range.file.bytes.count
    else { return nil }
    return start..<end
  }

  /// What is between its quotes; `nil` where it has none.
  fileprivate func inside(_ bytes: Range<Int>) -> Range<Int>? {
    let first = range.file.bytes[bytes.lowerBound]
    guard first == 0x22 || first == 0x27, bytes.count >= 2 else { return nil }
    return bytes.lowerBound + 1..<bytes.upperBound - 1
  }
}

extension String {
  /// Whether it is the same word without quotes, wherever it stands.
  fileprivate var isPlain: Bool {
    guard let first = unicodeScalars.first else { return false }
    let isWord = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "_-./#~{}$".unicodeScalars.contains($0)
    }
    let isText = first.properties.isAlphabetic || "/_$".unicodeScalars.contains(first)
    return isWord && isText && !["true", "false", "null"].contains(lowercased())
  }
}

extension SourceFile {
  /// Whether it is written as JSON, which is YAML as well.
  fileprivate var isJSON: Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
  }
}
