/// A JSON value to write, keys in the order given; keys whose value is `nil` are left out.
public enum JSONText {
  case null
  case string(String)
  case number(Int)
  case list([JSONText])
  case object([(String, JSONText?)])

  /// The value as indented text that ends with a line break.
  public var text: String {
    var output = ""
    write(to: &output, indent: 0)
    return output + "\n"
  }

  private func write(to output: inout String, indent: Int) {
    switch self {
    case .null: output += "null"
    case .string(let text): output += jsonQuoted(text)
    case .number(let number): output += String(number)
    case .list(let items):
      Self.write(items, "[", "]", to: &output, indent) { $1.write(to: &$0, indent: indent + 1) }
    case .object(let pairs):
      let present = pairs.compactMap { pair in pair.1.map { (pair.0, $0) } }
      Self.write(present, "{", "}", to: &output, indent) { output, pair in
        output += jsonQuoted(pair.0) + ": "
        pair.1.write(to: &output, indent: indent + 1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to output: inout String, _ indent: Int,
    _ item: (inout String, Item) -> Void
  ) {
    output += open
    for (index, value) in items.enumerated() {
      output += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
      item(&output, value)
    }
    if !items.isEmpty { output += "\n" + String(repeating: "  ", count: indent) }
    output += close
  }
}
