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

  init(
    _ name: String, contentType: String? = nil, _ content: Content, _ headers: [Header] = []
  ) {
    self.name = name
    self.contentType = contentType
    self.content = content
    self.headers = headers
  }

  struct Header: Sendable {
    var name: String
    var value: any Encodable & Sendable
    var explode: Bool
    var isJSON: Bool
  }

  /// A text, number, truth value or date; a list becomes a part an element, an object becomes JSON,
  /// and what turns out to be a file, or files, goes as such.
  public static func field<Value: Encodable & Sendable>(
    _ name: String, _ value: Value?, contentType: String? = nil
  ) -> Part {
    guard let value else { return Part(name, .files([])) }
    return Part(name, contentType: contentType, .field(value))
  }

  /// The values of a map, each under its own name, in the order of the names.
  public static func fields<Value: Encodable & Sendable>(_ values: [String: Value]?) -> [Part] {
    (values ?? [:]).sorted { $0.key < $1.key }.map { .field($0.key, $0.value) }
  }

  /// A value as JSON.
  public static func json<Value: Encodable & Sendable>(
    _ name: String, _ value: Value?, contentType: String? = nil
  ) -> Part {
    guard let value else { return Part(name, .files([])) }
    return Part(name, contentType: contentType, .json([value]))
  }

  /// Several values as JSON, each in a part of its own under the same name.
  public static func json<Value: Encodable & Sendable>(
    _ name: String, each values: [Value]?, contentType: String? = nil
  ) -> Part {
    Part(name, contentType: contentType, .json(values ?? []))
  }

  /// A file; `contentType` is told where its own name does not say what it is.
  public static func file(
    _ name: String, _ file: FileContent?, contentType: String? = nil
  ) -> Part {
    files(name, file.map { [$0] }, contentType: contentType)
  }

  /// Several files under one name; `contentType` is told of those whose names do not say what they
  /// are.
  public static func files(
    _ name: String, _ files: [FileContent]?, contentType: String? = nil
  ) -> Part {
    Part(name, contentType: contentType, .files(files ?? []))
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
