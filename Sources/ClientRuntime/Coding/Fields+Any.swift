extension DecodedFields {
  /// Reads a key whose value may be anything: `null` is a value, an absent key is `nil`.
  public func any<Value: Decodable>(_ key: String) throws -> Value? {
    let key = FieldKey(key)
    return container.contains(key) ? try container.decode(Value.self, forKey: key) : nil
  }
}

extension EncodedFields {
  /// Writes a key whose value may be anything, `null` included; `nil` leaves the key out.
  public mutating func any<Value: Encodable>(_ key: String, _ value: Value?) throws {
    try optional(key, value)
  }
}
