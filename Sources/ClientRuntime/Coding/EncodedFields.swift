import Foundation

/// Writes the properties of an object one by one, for the `encode(to:)` of a model.
public struct EncodedFields {
  var container: KeyedEncodingContainer<FieldKey>

  /// Writes a property that is always there.
  public mutating func required<Value: Encodable>(_ key: String, _ value: Value) throws {
    try write(key, value)
  }

  /// Writes a property, or leaves the key out when there is no value.
  public mutating func optional<Value: Encodable>(_ key: String, _ value: Value?) throws {
    if let value { try write(key, value) }
  }

  /// Writes a property that may be absent (`nil`), null, or a value.
  public mutating func nullable<Value: Encodable>(
    _ key: String, _ value: Nullable<Value>?
  ) throws {
    switch value {
    case nil: return
    case .null: try container.encodeNil(forKey: FieldKey(key))
    case .value(let value): try write(key, value)
    }
  }

  /// Writes a property whose key is always there; no value is an explicit null.
  public mutating func requiredNullable<Value: Encodable>(_ key: String, _ value: Value?) throws {
    if let value {
      try write(key, value)
    } else {
      try container.encodeNil(forKey: FieldKey(key))
    }
  }

  /// Writes the properties that the description does not name.
  public mutating func additional<Value: Encodable>(_ values: [String: Value]) throws {
    for (key, value) in values { try write(key, value) }
  }

  private mutating func write<Value: Encodable>(_ key: String, _ value: Value) throws {
    if mayBeRewritten(Value.self), let value = value as? any Rewritten {
      try container.encode(value.wire, forKey: FieldKey(key))
    } else {
      try container.encode(value, forKey: FieldKey(key))
    }
  }
}

extension Encoder {
  /// Opens an object to write to.
  public func fields() -> EncodedFields {
    EncodedFields(container: container(keyedBy: FieldKey.self))
  }

  /// Writes an object and beside its own properties the tag that tells it from the other variants.
  ///
  /// `value` must encode as an object.
  public func tagged<Value: Encodable>(_ key: String, _ tag: String, _ value: Value) throws {
    try value.encode(to: self)
    var container = container(keyedBy: FieldKey.self)
    try container.encode(tag, forKey: FieldKey(key))
  }
}
