import ClientRuntime
import Foundation

/// JSON as text that is the same for the same value.
enum TextCoding {
  /// A value on one line, keys in order.
  static func text(_ value: some Encodable) throws -> String {
    String(decoding: try data(value), as: UTF8.self)
  }

  /// A value on one line, keys in order.
  static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder.api
    encoder.outputFormatting.insert(.sortedKeys)
    return try encoder.encode(value)
  }

  /// Reads a value.
  static func value<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try JSONDecoder.api.decode(type, from: data)
  }
}
