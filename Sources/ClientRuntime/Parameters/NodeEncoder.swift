/// An `Encoder` that writes into a `ParameterNode`.
struct NodeEncoder: Encoder {
  let node: ParameterNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.openObject()
    return KeyedEncodingContainer(ObjectWriter<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.openList()
    return ListWriter(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ScalarWriter(node: node, codingPath: codingPath)
  }
}

private struct ScalarWriter: SingleValueEncodingContainer {
  let node: ParameterNode
  let codingPath: [any CodingKey]

  mutating func encodeNil() { node.set(.absent) }
  mutating func encode(_ value: Bool) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: String) { node.set(.scalar(value)) }
  mutating func encode(_ value: Double) throws { node.set(.scalar(try number(value))) }
  mutating func encode(_ value: Float) throws { node.set(.scalar(try number(value))) }
  mutating func encode(_ value: Int) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: Int8) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: Int16) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: Int32) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: Int64) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: UInt) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: UInt8) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: UInt16) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: UInt32) { node.set(.scalar("\(value)")) }
  mutating func encode(_ value: UInt64) { node.set(.scalar("\(value)")) }
  mutating func encode<Value: Encodable>(_ value: Value) throws {
    try node.write(value, codingPath)
  }

  /// Whole numbers without `.0`, as JSON and JavaScript write them.
  private func number<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ value: Value
  ) throws -> String {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(
          codingPath: codingPath, debugDescription: "\(value) is not a number that can be sent"))
    }
    return Int64(exactly: value).map { "\($0)" } ?? value.description
  }
}

private struct ListWriter: UnkeyedEncodingContainer {
  let node: ParameterNode
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  mutating func encodeNil() { node.element().set(.absent) }
  mutating func encode<Value: Encodable>(_ value: Value) throws {
    let path = codingPath + [FieldKey(intValue: count)]
    try node.element().write(value, path)
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy keyType: Key.Type
  ) -> KeyedEncodingContainer<Key> {
    NodeEncoder(node: node.element(), codingPath: codingPath).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    NodeEncoder(node: node.element(), codingPath: codingPath).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    NodeEncoder(node: node.element(), codingPath: codingPath)
  }
}

private struct ObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: ParameterNode
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { node.member(key.stringValue).set(.absent) }
  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try node.member(key.stringValue).write(value, codingPath + [key])
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(key).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    NodeEncoder(node: node.member("super"), codingPath: codingPath)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func encoder(_ key: Key) -> NodeEncoder {
    NodeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }
}
