import Foundation

/// A value that a service sends now as a number, now as text: `5` and `"5"` are the same.
///
/// It is written as the type it stands for.
public struct Lenient<Value: LosslessStringConvertible & Codable & Hashable & Sendable>: Hashable,
  Sendable
{
  /// The value.
  public var value: Value

  /// Wraps a value.
  public init(_ value: Value) { self.value = value }
}

extension Lenient: Codable {
  /// Reads the value as it is, or from text, or as text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Value.self) {
      self.value = value
      return
    }
    let scalar = try container.decode(JSONValue.self)
    if let text = scalar.scalarText {
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      if let value = Value(text) ?? Value(trimmed) ?? Self.whole(scalar, trimmed) {
        self.value = value
        return
      }
    }
    throw DecodingError.typeMismatch(
      Value.self,
      DecodingError.Context(
        codingPath: decoder.codingPath,
        debugDescription: "neither a \(Value.self) nor text that reads as one"))
  }

  /// `5.0` where a whole number is wanted, `0` and `1` where a truth value is.
  private static func whole(_ scalar: JSONValue, _ text: String) -> Value? {
    if Value.self == Bool.self {
      switch text.lowercased() {
      case "1", "true", "yes": return true as? Value
      case "0", "false", "no": return false as? Value
      default: return nil
      }
    }
    // In decimal, as a double would round large numbers.
    guard Value.self is any BinaryInteger.Type,
      text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), Double(text) != nil,
      let number = Decimal(string: text, locale: nil)
    else { return nil }
    return Value(number.description)
  }

  /// Writes the value as its own type.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension DecodedFields {
  /// Reads a property that may come as a number or as text.
  public func lenient<Value: LosslessStringConvertible & Codable & Hashable & Sendable>(
    _ key: String
  ) throws -> Value {
    let value: Lenient<Value> = try required(key)
    return value.value
  }

  /// Reads a property that may come as a number or as text, or be absent, null or empty.
  public func lenientOptional<Value: LosslessStringConvertible & Codable & Hashable & Sendable>(
    _ key: String
  ) throws -> Value? {
    if Value.self != String.self,
      let text = try? container.decode(String.self, forKey: FieldKey(key)),
      text.isEmpty
    {
      return nil
    }
    let value: Lenient<Value>? = try optional(key)
    return value?.value
  }
}
