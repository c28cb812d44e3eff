import YAML

/// A keyword as it was written: where, and with what value.
struct Fact: Sendable, Hashable {
  var key: Node
  var value: Node
}

extension Node {
  /// The value as one line of JSON, so that `10`, `1e1` and `"10"` are told apart by meaning only.
  var canonical: String {
    switch kind {
    case .scalar:
      if let integer { return String(integer) }
      if let number { return String(number) }
      if let bool { return String(bool) }
      return isNull ? "null" : "\"\(string ?? "")\""
    case .sequence: return "[" + elements.map(\.canonical).joined(separator: ",") + "]"
    case .mapping:
      return "{"
        + entries.map { "\"\($0.key.string ?? "")\":\($0.value.canonical)" }.sorted()
        .joined(separator: ",") + "}"
    }
  }

  /// A fact of the mapping.
  func fact(_ keyword: String) -> Fact? {
    entry(keyword).map { Fact(key: $0.key, value: $0.value) }
  }
}
