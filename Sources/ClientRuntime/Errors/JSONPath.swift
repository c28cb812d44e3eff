/// Places inside a JSON value, as people write them.
enum JSONPath {
  /// `["data", "0", "id"]` as `data[0].id`.
  static func text(_ steps: [String]) -> String {
    steps.reduce(into: "") { text, step in
      if !step.isEmpty, step.allSatisfy({ $0.isASCII && $0.isNumber }) {
        text += "[\(step)]"
      } else {
        text += text.isEmpty ? step : ".\(step)"
      }
    }
  }

  /// A coding path as `data[0].id`.
  static func text(_ path: [any CodingKey]) -> String {
    text(path.map { $0.intValue.map(String.init) ?? $0.stringValue })
  }
}
