/// An object whose table of fields says how it is read, written, compared and checked.
///
/// What is the same for all models is done here once, and costs a generated module nothing.
public protocol FieldCodable: Codable, Sendable {
  /// The stored properties, every one of them, in the order they are written.
  static var fieldTable: FieldTable<Self> { get }
}

extension FieldCodable {
  /// Reads an object.
  public init(from decoder: any Decoder) throws {
    self = try Self.fieldTable.decode(from: decoder.fields())
  }

  /// Writes an object.
  public func encode(to encoder: any Encoder) throws {
    var output = encoder.fields()
    try Self.fieldTable.encode(self, to: &output)
  }
}

extension FieldCodable where Self: Hashable {
  /// Compares all fields.
  public static func == (left: Self, right: Self) -> Bool { fieldTable.areEqual(left, right) }

  /// Hashes all fields.
  public func hash(into hasher: inout Hasher) { Self.fieldTable.hash(self, into: &hasher) }
}

extension Validated where Self: FieldCodable {
  /// Reports what breaks a limit of the description.
  public func check(_ constraints: inout Constraints) { Self.fieldTable.check(self, &constraints) }
}
