/// Reads the items of a list by the digits of their places.
struct PlaceReader: KeyedDecodingContainerProtocol {
  typealias Key = FieldKey

  let codingPath: [any CodingKey]
  private var items: [any Decoder] = []

  init(_ decoder: any Decoder) throws {
    codingPath = decoder.codingPath
    var list = try decoder.unkeyedContainer()
    while !list.isAtEnd { items.append(try list.superDecoder()) }
  }

  var allKeys: [FieldKey] { items.indices.map { FieldKey(intValue: $0) } }

  func contains(_ key: FieldKey) -> Bool { place(key) != nil }

  func decodeNil(forKey key: FieldKey) throws -> Bool {
    try superDecoder(forKey: key).singleValueContainer().decodeNil()
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: FieldKey) throws -> Value {
    // Through the container, so that dates and bytes are read as everywhere else.
    try superDecoder(forKey: key).singleValueContainer().decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: FieldKey
  ) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: FieldKey) throws -> any UnkeyedDecodingContainer {
    try superDecoder(forKey: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try superDecoder(forKey: FieldKey("super")) }

  func superDecoder(forKey key: FieldKey) throws -> any Decoder {
    guard let place = place(key) else {
      throw DecodingError.keyNotFound(
        key,
        DecodingError.Context(
          codingPath: codingPath,
          debugDescription: "the list has \(items.count) items, and none at \(key.stringValue)"))
    }
    return items[place]
  }

  private func place(_ key: FieldKey) -> Int? {
    Int(key.stringValue).flatMap { items.indices.contains($0) ? $0 : nil }
  }
}
