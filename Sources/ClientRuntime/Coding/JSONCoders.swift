import Foundation

extension JSONDecoder {
  /// A decoder that reads what web APIs send: RFC 3339 moments, base64 in both alphabets.
  public static var api: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      let text = try container.decode(String.self)
      guard let date = Timestamp.date(from: text) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "‘\(text)’ is not a time such as 2026-03-01T12:30:00Z")
      }
      return date
    }
    decoder.dataDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      guard let data = Base64.data(from: try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "the text is not base64")
      }
      return data
    }
    return decoder
  }
}

extension JSONEncoder {
  /// An encoder that writes what web APIs expect: RFC 3339 moments, base64, plain slashes.
  public static var api: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      guard let text = Timestamp.text(from: date) else {
        throw EncodingError.invalidValue(
          date,
          EncodingError.Context(
            codingPath: encoder.codingPath,
            debugDescription: "a time outside the years 0 to 9999 cannot be written"))
      }
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
    encoder.dataEncodingStrategy = .base64
    return encoder
  }
}

/// The coders that calls share; they are never changed after they are made.
enum JSONCoding {
  static let decoder = JSONDecoder.api
  static let encoder = JSONEncoder.api

  /// Reads JSON as a type; a `JSONValue` takes the short way.
  static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from data: Data
  ) throws -> Value {
    if type == JSONValue.self, let value = try JSONParser.parse(data) as? Value { return value }
    return try decoder.decode(type, from: data)
  }
}

extension JSONCoding {
  /// A value as JSON.
  static func data(_ value: any Encodable, with encoder: JSONEncoder = encoder) throws -> Data {
    if let value = value as? any Rewritten { return try encoder.encode(value.wire) }
    return try encoder.encode(value)
  }

  /// A value as JSON text, keys in order, so that the same value gives the same address.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder.api
    encoder.outputFormatting.insert(.sortedKeys)
    return String(decoding: try data(value, with: encoder), as: UTF8.self)
  }
}
