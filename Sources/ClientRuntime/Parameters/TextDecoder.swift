import Foundation

/// A `Decoder` for what stands in headers and forms, where everything is text: numbers, truth values,
/// lists and objects are read out of it as the type that is wanted asks.
struct TextDecoder: Decoder {
  let value: ParameterValue
  /// Whether a text may hold a list or an object, its parts separated by commas.
  let splitsTexts: Bool
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ value: ParameterValue, splitsTexts: Bool, codingPath: [any CodingKey] = []) {
    self.value = value
    self.splitsTexts = splitsTexts
    self.codingPath = codingPath
  }

  /// Reads a value; types whose own decoding is not for plain text are known here.
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let known = try self.known(type) { return known }
    return try Value(from: self)
  }

  func at(_ key: any CodingKey, _ value: ParameterValue) -> TextDecoder {
    TextDecoder(value, splitsTexts: splitsTexts, codingPath: codingPath + [key])
  }

  private func known<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    let read: (String) -> Any?
    switch type {
    case is JSONValue.Type: return value.json as? Value
    case is Date.Type: read = Timestamp.date
    case is Data.Type: read = Base64.data
    case is URL.Type: read = { URL(string: $0) }
    case is UUID.Type: read = UUID.init(uuidString:)
    case is Decimal.Type: read = { Decimal(string: $0, locale: nil) }
    default: return nil
    }
    guard let known = read(try text()) as? Value else { throw mismatch(type) }
    return known
  }

  func text() throws -> String {
    guard case .scalar(let text) = value else { throw mismatch(String.self) }
    return text
  }

  func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(
      type,
      DecodingError.Context(codingPath: codingPath, debugDescription: "the text is no \(type)"))
  }

  /// The members of an object: `a,1,b,2`, or `a=1,b=2`.
  private func members() throws -> [ParameterValue.Member] {
    if case .object(let members) = value { return members }
    let parts = try pieces()
    let pairs = parts.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    if pairs.allSatisfy({ $0.count == 2 }) {
      return pairs.map { ParameterValue.Member(key: $0[0], value: .scalar($0[1])) }
    }
    guard parts.count.isMultiple(of: 2) else { throw mismatch([String: String].self) }
    return stride(from: 0, to: parts.count, by: 2).map {
      ParameterValue.Member(key: parts[$0], value: .scalar(parts[$0 + 1]))
    }
  }

  /// What commas separate; a lone text is no object.
  private func pieces() throws -> [String] {
    guard splitsTexts, case .scalar(let text) = value, text.contains(where: { ",=".contains($0) })
    else { throw mismatch([String: String].self) }
    return Self.split(text)
  }

  private static func split(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  private var elements: [ParameterValue] {
    switch value {
    case .absent: []
    case .list(let values): values
    case .object(let members): members.map(\.value)
    case .scalar(let text):
      splitsTexts ? Self.split(text).map { .scalar($0) } : [.scalar(text)]
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(TextMembers<Key>(decoder: self, members: try members()))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    TextElements(decoder: self, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { TextScalar(decoder: self) }
}

extension ParameterValue {
  /// The value as JSON has it, where everything that is no list and no object is text.
  fileprivate var json: JSONValue {
    switch self {
    case .absent: .null
    case .scalar(let text): .string(text)
    case .list(let values): .array(values.map(\.json))
    case .object(let members):
      .object(Dictionary(members.map { ($0.key, $0.value.json) }, uniquingKeysWith: { $1 }))
    }
  }
}
