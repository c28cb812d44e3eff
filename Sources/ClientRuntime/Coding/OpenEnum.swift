/// A value with known names that may also be one nobody has heard of yet.
public protocol OpenValue: Codable, Hashable, Sendable, CustomStringConvertible, Constrainable
where RawValue: Constrainable {
  /// What stands on the wire.
  associatedtype RawValue: Codable & Hashable & Sendable
  /// The value as it stands on the wire.
  var rawValue: RawValue { get }
  /// Makes a value, known or not.
  init(rawValue: RawValue)
  /// The values that have a name.
  static var allKnown: [Self] { get }
}

extension OpenValue {
  /// Whether the value is one of those that have a name.
  public var isKnown: Bool { Self.allKnown.contains(self) }

  /// The value as it stands on the wire.
  public var description: String { "\(rawValue)" }

  /// The raw value, which limits apply to.
  public var constraintSubject: ConstraintSubject { rawValue.constraintSubject }

  /// Reads any value of the raw type.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
  }

  /// Writes the raw value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Compares the raw values.
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the raw value.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// An open enumeration of words: `let model: Model = "not-known-yet"` is fine.
public protocol OpenEnum: OpenValue, ExpressibleByStringLiteral where RawValue == String {}

extension OpenEnum {
  /// Makes a value from a literal, known or not.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}

/// An open enumeration of whole numbers.
public protocol OpenIntegerEnum: OpenValue, ExpressibleByIntegerLiteral
where RawValue: FixedWidthInteger {}

extension OpenIntegerEnum {
  /// Makes a value from a literal, known or not.
  public init(integerLiteral value: RawValue.IntegerLiteralType) {
    self.init(rawValue: RawValue(integerLiteral: value))
  }
}

/// An open enumeration of numbers.
public protocol OpenNumberEnum: OpenValue, ExpressibleByFloatLiteral where RawValue == Double {}

extension OpenNumberEnum {
  /// Makes a value from a literal, known or not.
  public init(floatLiteral value: Double) { self.init(rawValue: value) }
}
