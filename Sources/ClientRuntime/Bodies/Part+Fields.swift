extension Part {
  /// Properties that have no name of their own, each under its key: objects and lists as JSON, all
  /// else as text.
  public static func fields<Value: Encodable & Sendable>(_ values: [String: Value]?) -> [Part] {
    (values ?? [:]).sorted { $0.key < $1.key }.map { key, value in
      switch value as? JSONValue {
      case .object, .array: .json(key, value)
      default: .field(key, value)
      }
    }
  }
}
