/// A text with variables in braces: a path, or a server's address.
struct Template {
  /// The names of the variables, in order.
  private(set) var names: [String] = []
  /// The text with every name left out, the same for templates that match the same texts.
  private(set) var shape = ""

  init(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      shape += rest[..<open] + "{}"
      names.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    shape += rest
  }
}
