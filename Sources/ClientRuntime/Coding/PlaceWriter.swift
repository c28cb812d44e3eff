/// Writes values into a list, at the places that the digits of their keys name, in order.
struct PlaceWriter: KeyedEncodingContainerProtocol {
  typealias Key = FieldKey

  var list: any UnkeyedEncodingContainer
  var codingPath: [any CodingKey] { list.codingPath }

  mutating func encodeNil(forKey key: FieldKey) throws {
    try leaveOut(until: key)
    try list.encodeNil()
  }

  mutating func encode<Value: Encodable>(_ value: Value, forKey key: FieldKey) throws {
    try leaveOut(until: key)
    try list.encode(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: FieldKey
  ) -> KeyedEncodingContainer<Nested> {
    list.nestedContainer(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: FieldKey) -> any UnkeyedEncodingContainer {
    list.nestedUnkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { list.superEncoder() }

  mutating func superEncoder(forKey key: FieldKey) -> any Encoder { list.superEncoder() }

  /// A value that is absent keeps its place when another follows.
  private mutating func leaveOut(until key: FieldKey) throws {
    while list.count < Int(key.stringValue) ?? 0 { try list.encodeNil() }
  }
}
