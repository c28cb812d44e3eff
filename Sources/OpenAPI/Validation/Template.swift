/// A text with variables in braces: a path, or a server's address.
struct Template {
  /// The names of the variables, in order.
  private(set) var names: [String] = []
  /// The text with every name left out, the same for templates that match the same texts.
  private(set) var shape = ""

  init(_ text: String) {
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      shape += rest[..<open] + "{}"
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    shape += rest
  }
}
