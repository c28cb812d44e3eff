import Foundation

/// One of several types, told apart by how the value looks; the case `other` keeps what is none of
/// them, as it came.
public protocol ChoiceCodable: Codable, Constrainable {
  /// Takes the case that the value looks like.
  init(_ probe: Probe) throws

  /// What the case holds.
  func payload() -> any Encodable & Sendable
}

extension ChoiceCodable {
  /// Takes the case that the value looks like.
  public init(from decoder: any Decoder) throws { try self.init(Probe(decoder)) }

  /// Writes what the case holds.
  public func encode(to encoder: any Encoder) throws {
    // Through the container, so that dates and bytes are written as everywhere else.
    var container = encoder.singleValueContainer()
    let payload = payload()
    if let value = payload as? any Rewritten { return try container.encode(value.wire) }
    try container.encode(payload)
  }
}

extension ChoiceCodable {
  /// What the case holds, so that limits apply to it by its kind.
  public var constraintSubject: ConstraintSubject { ConstraintSubject(payload()) }
}

extension ChoiceCodable where Self: Validated {
  /// Reports what breaks a limit of the description.
  public func check(_ constraints: inout Constraints) {
    (payload() as? any Validated)?.check(&constraints)
  }
}
