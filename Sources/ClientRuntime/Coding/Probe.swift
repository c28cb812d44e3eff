/// Looks at a value before it is decided which type it is decoded as.
public struct Probe {
  private let decoder: any Decoder
  private let object: KeyedDecodingContainer<FieldKey>?

  /// Prepares to look at what `decoder` stands at.
  public init(_ decoder: any Decoder) throws {
    self.decoder = decoder
    object = try? decoder.container(keyedBy: FieldKey.self)
  }

  /// What sort of JSON value it is.
  public var kind: JSONKind {
    if object != nil { return .object }
    guard let single = try? decoder.singleValueContainer() else { return .array }
    if single.decodeNil() { return .null }
    if (try? single.decode(String.self)) != nil { return .string }
    if (try? single.decode(Bool.self)) != nil { return .bool }
    if (try? single.decode(Int64.self)) != nil { return .integer }
    if (try? single.decode(UInt64.self)) != nil { return .integer }
    if (try? single.decode(Double.self)) != nil { return .number }
    return .array
  }

  /// The text under a key; `nil` when the key is absent or holds something else.
  public func string(_ key: String) -> String? {
    guard let object else { return nil }
    return try? object.decodeIfPresent(String.self, forKey: FieldKey(key))
  }

  /// The text, number or truth value under a key, written as JSON writes it (text without quotes).
  public func text(_ key: String) -> String? {
    guard let object, let value = try? object.decode(JSONValue.self, forKey: FieldKey(key)) else {
      return nil
    }
    return value.scalarText
  }

  /// The value itself as text, when it is a text, a number or a truth value.
  public var text: String? {
    guard object == nil, let single = try? decoder.singleValueContainer() else { return nil }
    return (try? single.decode(JSONValue.self))?.scalarText
  }

  /// Whether the value is an object with this key.
  public func has(_ key: String) -> Bool { object?.contains(FieldKey(key)) ?? false }

  /// Whether the value is an object with all these keys.
  public func hasAll(_ keys: [String]) -> Bool { keys.allSatisfy(has) }

  /// Decodes the value for good.
  public func decode<Value: Decodable>() throws -> Value {
    // Through the container, so that dates and bytes are read as everywhere else.
    try decoder.singleValueContainer().decode(Value.self)
  }
}

/// The sorts of JSON values; whole numbers are told from others.
public enum JSONKind: String, Hashable, Sendable, CaseIterable {
  /// One of the seven sorts.
  case null, bool, integer, number, string, array, object
}
