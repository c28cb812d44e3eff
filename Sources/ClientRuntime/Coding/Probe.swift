import Foundation

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
  /// that leaves the fewest keys unknown, then the one that requires the most, then one that is
  /// open, which keeps the keys it does not know, then the first.
  public func closest(
    _ variants: [(required: [String], known: [String])], open: Set<Int> = []
  ) -> Int? {
    ranks(variants, open).max(by: <)?.index
  }

  /// The same where keys alone do not tell: of those, the first that can be read as its type. If
  /// none can, it is none of them where that is `allowed`, else the first, so that the reader learns
  /// why.
  public func closest(
    _ variants: [(required: [String], known: [String])], open: Set<Int> = [],
    of types: [any Decodable.Type], orNone allowed: Bool = false
  ) -> Int? {
    let ranks = ranks(variants, open).sorted(by: >).map(\.index)
    return ranks.first { attempt(any: types[$0]) } ?? (allowed ? nil : ranks.first)
  }

  private func ranks(
    _ variants: [(required: [String], known: [String])], _ open: Set<Int>
  ) -> [Rank] {
    guard let object else { return [] }
    let present = Set(object.allKeys.map(\.stringValue))
    return variants.enumerated().compactMap { index, variant in
      guard present.isSuperset(of: variant.required) else { return nil }
      let known = present.intersection(variant.known).count
      return Rank(
        index: index, known: known, required: variant.required.count,
        isOpen: known < present.count && open.contains(index))
    }
  }

  /// How well a sort of object describes a value.
  private struct Rank: Comparable {
    let index: Int
    let known: Int
    let required: Int
    let isOpen: Bool

    static func < (left: Rank, right: Rank) -> Bool {
      (left.known, left.required, left.isOpen ? 1 : 0, right.index)
        < (right.known, right.required, right.isOpen ? 1 : 0, left.index)
    }
  }

  private func attempt(any type: any Decodable.Type) -> Bool { attempt(type) != nil }

  /// Decodes the value if it is one of a type.
  public func attempt<Value: Decodable>(_ type: Value.Type) -> Value? {
    // A URL can be made of any text, with what may not stand in one escaped, and bytes of many words.
    switch try? decoder.singleValueContainer().decode(type) {
    case let url as URL where url.absoluteString != text: nil
    case let bytes as Data where bytes.base64EncodedString() != text: nil
    case let value: value
    }
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
