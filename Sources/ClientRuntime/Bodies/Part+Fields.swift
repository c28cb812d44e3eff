extension Part {
  /// Properties that have no name of their own, each as JSON under its key.
  public static func fields(_ values: [String: JSONValue]?) -> [Part] {
    (values ?? [:]).sorted { $0.key < $1.key }.map { key, value in
      if case .string(let text) = value { return .field(key, text) }
      return .json(key, value)
    }
  }
}
