import ClientRuntime

/// An answer and the answers that are wrapped in it, outermost first.
///
/// Gateways put a vendor's answer under `data`, sometimes three times over, others under `result`
/// or `output`. What an outer layer says counts for more: an inner one may be out of date.
struct AnswerLayers {
  let layers: [JSONValue]

  init(_ root: JSONValue) {
    var layers: [JSONValue] = []
    var next: JSONValue? = root
    while let layer = next, layer.objectValue != nil, layers.count < 5 {
      layers.append(layer)
      next = Self.wrappers.lazy.compactMap { layer[$0] }.first { $0.objectValue != nil }
    }
    self.layers = layers
  }

  private static let wrappers = [
    "data", "result", "output", "Response", "AigcVideoTask", "response",
  ]

  /// The first value that any of the paths leads to, layer by layer.
  func first<Value>(_ paths: [String], _ read: (JSONValue) -> Value?) -> Value? {
    for layer in layers {
      for path in paths {
        if let value = Self.value(layer, path).flatMap(read) { return value }
      }
    }
    return nil
  }

  /// What a path such as `metadata.url` or `urls.0` leads to.
  static func value(_ root: JSONValue, _ path: String) -> JSONValue? {
    var value: JSONValue? = root
    for step in path.split(separator: ".") {
      value = Int(step).map { value?[$0] } ?? value?[String(step)]
    }
    return value
  }

  /// A text that is not empty.
  static func text(_ value: JSONValue) -> String? {
    value.stringValue.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The text of a text or a number.
  static func scalar(_ value: JSONValue) -> String? {
    if value.boolValue != nil { return nil }
    return value.scalarText.flatMap { $0.isEmpty ? nil : $0 }
  }
}
