import Foundation

/// One part of a multipart body; a part without a value is left out.
public struct Part: Sendable {
  enum Content: Sendable {
    case field(any Encodable & Sendable)
    case json([any Encodable & Sendable])
    case files([FileContent])
  }

  /// The name of the form field.
  public var name: String
  /// The media type, where it is not the usual one.
  public var contentType: String?
  var content: Content
  /// Headers beside those that tell the part's name and media type.
  var headers: [Header] = []

  struct Header: Sendable {
    var name: String
    var value: any Encodable & Sendable
    var explode: Bool
    var isJSON: Bool
  }

  /// A text, number, truth value or date; a list becomes a part an element, an object becomes JSON.
  public static func field<Value: Encodable & Sendable>(
    _ name: String, _ value: Value?, contentType: String? = nil
  ) -> Part {
    guard let value else { return Part(name: name, content: .files([])) }
    return Part(name: name, contentType: contentType, content: .field(value))
  }

  /// The values of a map, each under its own name, in the order of the names.
  public static func fields<Value: Encodable & Sendable>(_ values: [String: Value]?) -> [Part] {
    (values ?? [:]).sorted { $0.key < $1.key }.map { .field($0.key, $0.value) }
  }

  /// A value as JSON.
  public static func json<Value: Encodable & Sendable>(
    _ name: String, _ value: Value?, contentType: String? = nil
  ) -> Part {
    guard let value else { return Part(name: name, content: .files([])) }
    return Part(name: name, contentType: contentType, content: .json([value]))
  }

  /// Several values as JSON, each in a part of its own under the same name.
  public static func json<Value: Encodable & Sendable>(
    _ name: String, each values: [Value]?, contentType: String? = nil
  ) -> Part {
    Part(name: name, contentType: contentType, content: .json(values ?? []))
  }

  /// A file.
  public static func file(_ name: String, _ file: FileContent?) -> Part {
    Part(name: name, content: .files(file.map { [$0] } ?? []))
  }

  /// Several files under one name.
  public static func files(_ name: String, _ files: [FileContent]?) -> Part {
    Part(name: name, content: .files(files ?? []))
  }

  /// The part with a header; `nil` adds none.
  public func header<Value: Encodable & Sendable>(
    _ name: String, _ value: Value?, explode: Bool = false
  ) -> Part {
    adding(name, value, explode: explode, isJSON: false)
  }

  /// The part with a header whose value is JSON; `nil` adds none.
  public func header<Value: Encodable & Sendable>(_ name: String, json value: Value?) -> Part {
    adding(name, value, explode: false, isJSON: true)
  }

  private func adding<Value: Encodable & Sendable>(
    _ name: String, _ value: Value?, explode: Bool, isJSON: Bool
  ) -> Part {
    guard let value else { return self }
    var part = self
    part.headers.append(Header(name: name, value: value, explode: explode, isJSON: isJSON))
    return part
  }
}
