extension Tree {
  /// The document as JSON text, keys in the order written.
  public func json(pretty: Bool = false) -> String { root?.json(pretty: pretty) ?? "null" }
}

extension Node {
  /// The node as JSON text, keys in the order written, numbers as written where JSON allows it.
  public func json(pretty: Bool = false) -> String {
    var writer = JSONWriter(isPretty: pretty)
    writer.write(self, depth: 0)
    return String(decoding: writer.output, as: UTF8.self)
  }
}

/// Writes nodes as JSON.
private struct JSONWriter {
  let isPretty: Bool
  var output: [UInt8] = []

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func write(_ node: Node, depth: Int) {
    switch node.kind {
    case .scalar: scalar(node)
    case .sequence:
      list("[", "]", depth: depth, items: node.elements) { writer, item in
        writer.write(item, depth: depth + 1)
      }
    case .mapping:
      list("{", "}", depth: depth, items: node.entries) { writer, entry in
        writer.quoted(entry.key.string ?? entry.key.json())
        writer.append(writer.isPretty ? ": " : ":")
        writer.write(entry.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Items: Sequence>(
    _ open: String, _ close: String, depth: Int, items: Items,
    write: (inout JSONWriter, Items.Element) -> Void
  ) {
    append(open)
    var isEmpty = true
    for item in items {
      if !isEmpty { append(",") }
      isEmpty = false
      lineBreak(depth + 1)
      write(&self, item)
    }
    if !isEmpty { lineBreak(depth) }
    append(close)
  }

  private mutating func scalar(_ node: Node) {
    let text = node.string ?? ""
    switch node.scalar {
    case .null, nil: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): append(JSONReader.isNumber(Array(text.utf8)) ? text : String(value))
    case .number(let value):
      if JSONReader.isNumber(Array(text.utf8)) {
        append(text)
      } else if value.isFinite {
        append(String(value))
      } else {
        quoted(text)
      }
    case .string(let text): quoted(text)
    }
  }

  private mutating func lineBreak(_ depth: Int) {
    guard isPretty else { return }
    output.append(0x0A)
    output.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func quoted(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
