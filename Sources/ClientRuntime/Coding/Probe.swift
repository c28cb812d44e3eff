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
    if (try? single.decode(Bool.self)) != nil { return .boolean }
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

  /// Which of several sorts of object it is: of those whose required keys are all there, the one
  /// that leaves the fewest keys unknown, then the one that requires the most, then the first.
  public func closest(_ variants: [(required: [String], known: [String])]) -> Int? {
    guard let object else { return nil }
    let present = Set(object.allKeys.map(\.stringValue))
    var best: (index: Int, known: Int, required: Int)?
    for (index, variant) in variants.enumerated() where present.isSuperset(of: variant.required) {
      let rank = (
        index: index, known: present.intersection(variant.known).count,
        required: variant.required.count
      )
      if let best, (rank.known, rank.required) <= (best.known, best.required) { continue }
      best = rank
    }
    return best?.index
  }

  /// The same where keys alone do not tell: of those, the first that can be read as its type, and
  /// if none can the first, so that the reader learns why.
  /// `card/number` stands for a key of the object under `card`.
  public func closest(
    _ variants: [(required: [String], known: [String])], of types: [any Decodable.Type]
  ) -> Int? {
    guard let object else { return nil }
    var present = Set(object.allKeys.map(\.stringValue))
    present.formUnion(innerKeys(Set(variants.flatMap(\.known).compactMap(Self.outerKey)), object))
    let fitting = variants.indices.filter { present.isSuperset(of: variants[$0].required) }
    let ranks = fitting.map { index in
      let (required, known) = variants[index]
      return (present.intersection(known).count, required.count, -index)
    }.sorted(by: >).map { -$0.2 }
    return ranks.first { attempt(any: types[$0]) } ?? ranks.first
  }

  private static func outerKey(_ path: String) -> String? {
    path.firstIndex(of: "/").map { String(path[..<$0]) }
  }

  private func innerKeys(
    _ outer: Set<String>, _ object: KeyedDecodingContainer<FieldKey>
  ) -> [String] {
    outer.flatMap { key -> [String] in
      let inner = try? object.nestedContainer(keyedBy: FieldKey.self, forKey: FieldKey(key))
      return inner?.allKeys.map { "\(key)/\($0.stringValue)" } ?? []
    }
  }

  private func attempt(any type: any Decodable.Type) -> Bool { attempt(type) != nil }

  /// Decodes the value if it is one of a type.
  public func attempt<Value: Decodable>(_ type: Value.Type) -> Value? {
    try? decoder.singleValueContainer().decode(type)
  }

  /// Decodes the value for good.
  public func decode<Value: Decodable>() throws -> Value {
    // Through the container, so that dates and bytes are read as everywhere else.
    try decoder.singleValueContainer().decode(Value.self)
  }
}

/// The sorts of JSON values; whole numbers are told from others.
public enum JSONKind: String, Hashable, Sendable, CaseIterable {
  /// One of the seven sorts.
  case null, boolean, integer, number, string, array, object
}
