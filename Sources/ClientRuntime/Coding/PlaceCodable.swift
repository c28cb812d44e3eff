/// A list whose items are described one by one, with a property for each in their order.
public protocol PlaceCodable: FieldCodable {}

extension PlaceCodable {
  /// Reads a list.
  public init(from decoder: any Decoder) throws {
    let reader = try PlaceReader(decoder)
    self = try Self.fieldTable.decode(
      from: DecodedFields(container: KeyedDecodingContainer(reader)))
  }

  /// Writes a list.
  public func encode(to encoder: any Encoder) throws {
    let writer = PlaceWriter(list: encoder.unkeyedContainer())
    var output = EncodedFields(container: KeyedEncodingContainer(writer))
    try Self.fieldTable.encode(self, to: &output)
  }
}
