import Foundation

extension JSONValue: Codable {
  /// Reads whatever stands there.
  public init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: FieldKey.self) {
      var values: [String: JSONValue] = [:]
      for key in object.allKeys {
        values[key.stringValue] = try object.decode(JSONValue.self, forKey: key)
      }
      self = .object(values)
    } else if var list = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !list.isAtEnd { values.append(try list.decode(JSONValue.self)) }
      self = .array(values)
    } else {
      self = try JSONValue(scalar: try decoder.singleValueContainer())
    }
  }

  private init(scalar container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(UInt64.self) {
      self = .unsigned(value)
    } else {
      self = try JSONValue(fraction: container)
    }
  }

  /// Takes a double when it prints as the number was written, a decimal otherwise.
  private init(fraction container: any SingleValueDecodingContainer) throws {
    let double = try? container.decode(Double.self)
    guard let decimal = try? container.decode(Decimal.self) else {
      self = .number(try container.decode(Double.self))
      return
    }
    if let double, Decimal(string: "\(double)", locale: nil) == decimal {
      self = .number(double)
    } else {
      self = .decimal(decimal)
    }
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .decimal(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }
}

extension JSONValue {
  /// Turns any value into the JSON that it encodes as.
  public init(encoding value: some Encodable) throws {
    self = try JSONParser.parse(JSONCoding.data(value))
  }

  /// Reads JSON text.
  public init(parsing data: Data) throws { self = try JSONParser.parse(data) }

  /// Reads the value as a type.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try JSONCoding.decode(type, from: JSONCoding.encoder.encode(self))
  }
}
