/// One of several types, told apart by how the value looks; the case `other` keeps what is none of
/// them, as it came.
public protocol ChoiceCodable: Codable {
  /// Takes the case that the value looks like.
  init(_ probe: Probe) throws

  /// What the case holds.
  func payload() -> any Encodable & Sendable
}

extension ChoiceCodable {
  /// Takes the case that the value looks like.
  public init(from decoder: any Decoder) throws { try self.init(Probe(decoder)) }

  /// Writes what the case holds.
  public func encode(to encoder: any Encoder) throws { try payload().encode(to: encoder) }
}

extension ChoiceCodable where Self: Validated {
  /// Reports what breaks a limit of the description.
  public func check(_ constraints: inout Constraints) {
    (payload() as? any Validated)?.check(&constraints)
  }
}
