import Foundation

/// A header that answers carry, with the type of its value: `try response.headers[MyAPI.Headers.total]`.
public struct ResponseHeader<Value: Decodable & Sendable>: Sendable {
  /// The name on the wire.
  public let name: String
  /// Whether the value is a JSON text.
  let isJSON: Bool

  /// Names a header; with `json`, its value is a JSON text.
  public init(_ name: String, json: Bool = false) {
    self.name = name
    isJSON = json
  }

  fileprivate func read(_ text: String) throws(UnreadableHeader) -> Value {
    do {
      if isJSON { return try JSONCoding.decode(from: Data(text.utf8)) }
      return try TextDecoder(.scalar(text), splitsTexts: true).decode(Value.self)
    } catch {
      throw UnreadableHeader(name: name, type: "\(Value.self)")
    }
  }
}

extension HTTPHeaders {
  /// The value of a header; `nil` when it is absent, an error when it is not what the description says.
  public subscript<Value>(header: ResponseHeader<Value>) -> Value? {
    get throws(UnreadableHeader) {
      guard let text = self[header.name] else { return nil }
      return try header.read(text)
    }
  }
}

/// A header whose value is not what the description says; the value itself may be a secret.
public struct UnreadableHeader: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name on the wire.
  public var name: String
  /// The type that the value should have.
  public var type: String

  /// Names what cannot be read.
  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }

  /// What is wrong, and what to do.
  public var description: String {
    "the header ‘\(name)’ cannot be read as \(type); read it as text with headers[\"\(name)\"]"
  }
}
