import Foundation

/// Reads the properties of an object one by one, for the `init(from:)` of a model.
public struct DecodedFields {
  let container: KeyedDecodingContainer<FieldKey>

  /// Reads a property that must be there and must not be null.
  public func required<Value: Decodable>(_ key: String) throws -> Value {
    try container.decode(Value.self, forKey: FieldKey(key))
  }

  /// Reads a property that may be absent or null; both are `nil`.
  public func optional<Value: Decodable>(_ key: String) throws -> Value? {
    let key = FieldKey(key)
    // Services send an empty text where they have no address yet.
    if Value.self == URL.self, let text = try? container.decodeIfPresent(String.self, forKey: key),
      text.isEmpty
    {
      return nil
    }
    return try container.decodeIfPresent(Value.self, forKey: key)
  }

  /// Reads a property whose absence and whose null mean different things.
  public func nullable<Value: Decodable>(_ key: String) throws -> Nullable<Value>? {
    let key = FieldKey(key)
    guard container.contains(key) else { return nil }
    if try container.decodeNil(forKey: key) { return .null }
    return .value(try container.decode(Value.self, forKey: key))
  }

  /// Reads a property that must be there but may be null.
  public func requiredNullable<Value: Decodable>(_ key: String) throws -> Value? {
    let key = FieldKey(key)
    // `decodeNil` reports an absent key as an error, which is what is wanted here.
    if try container.decodeNil(forKey: key) { return nil }
    return try container.decode(Value.self, forKey: key)
  }

  /// Reads all properties but the named ones.
  public func additional<Value: Decodable>(except known: Set<String>) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for key in container.allKeys where !known.contains(key.stringValue) {
      values[key.stringValue] = try container.decode(Value.self, forKey: key)
    }
    return values
  }

  /// Says which number does not fit its type: the decoder has an error of its own for that, which it
  /// hands to the caller as broken JSON, in no place.
  func located(_ error: any Error, _ key: String) -> any Error {
    guard !(error is DecodingError), "\(type(of: error))" == "JSONError" else { return error }
    let key = FieldKey(key)
    let number = (try? container.decode(JSONValue.self, forKey: key))?.scalarText
    return DecodingError.dataCorrupted(
      DecodingError.Context(
        codingPath: container.codingPath + [key],
        debugDescription: (number.map { "the number \($0)" } ?? "a number in it")
          + " has a fraction or is too large for its type"))
  }
}

extension Decoder {
  /// Opens the object that is to be decoded.
  public func fields() throws -> DecodedFields {
    DecodedFields(container: try container(keyedBy: FieldKey.self))
  }
}
