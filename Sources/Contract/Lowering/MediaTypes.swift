import Diagnostics
import OpenAPI
import YAML

/// A body in one media type, before it is known what a client makes of it.
struct WrittenContent {
  /// The media type as it may stand in a header.
  var mediaType: String
  /// Where the media type was written.
  var place: Node
  /// The schemas.
  var media: MediaTypeObject
}

extension Lowering {
  /// The entries of a `content` table that can be sent or asked for.
  mutating func written(
    _ table: [(key: Node, value: MediaTypeObject)]
  ) -> [WrittenContent] {
    var written: [WrittenContent] = []
    for (key, media) in table {
      guard let mediaType = mediaType(key) else { continue }
      written.append(WrittenContent(mediaType: mediaType, place: key, media: target(media)))
    }
    return written
  }

  /// A media type as it may stand in a header; what may not is reported and left out.
  mutating func mediaType(_ node: Node) -> String? {
    let written = node.string ?? ""
    if Self.usual.contains(written) { return written }
    let name = MediaTypeName(written)
    if name.isValid { return name.text }
    diagnostics.warning(
      "invalid-media-type", "'\(name.text)' is no media type", at: node.range, help: name.advice)
    return name.isHarmless ? name.text : nil
  }

  /// What nearly all bodies are.
  private static let usual = ["application/json", "application/x-www-form-urlencoded"]

  /// Whether a text can stand for a header's name or a method.
  static func isToken(_ text: some StringProtocol) -> Bool { MediaTypeName.isToken(text) }

  /// What a media type and the schema under it ask of a client.
  func kind(of mediaType: String, _ schema: SchemaObject?) -> Content.Kind {
    // Nearly all media types are one of these, and need no taking apart.
    let isUsual = Self.usual.contains(mediaType)
    let name =
      isUsual ? mediaType : MediaTypeName.trimmed(mediaType.prefix { $0 != ";" }).lowercased()
    let kind = Content.Kind(name)
    guard let schema = schema.map({ target($0) }) else { return kind }
    let isText = schema.isOnly("string") && !schema.hasEnumeration
    let isFile = schema.isOnly("file") || isText && stringFormat(schema) == .binary
    switch kind {
    case .json where isFile: return .binary
    case .json where isText && name.contains("*"): return .text
    // A form is made of the properties of an object.
    case .form
    where ["array", "string", "integer", "number", "boolean"].contains(where: schema.isOnly):
      return .text
    case .binary where isText && stringFormat(schema) == .plain && !Self.holdsBytes(name):
      return .text
    default: return kind
    }
  }

  /// Whether a media type is one of files rather than of texts.
  static func holdsBytes(_ name: String) -> Bool {
    ["image/", "audio/", "video/", "font/", "multipart/"].contains { name.hasPrefix($0) }
      || ["octet-stream", "zip", "pdf", "gzip"].contains { name.hasSuffix($0) }
  }

  static func isXML(_ mediaType: String) -> Bool {
    let name = mediaType.prefix { $0 != ";" }.lowercased()
    return name.hasSuffix("/xml") || name.hasSuffix("+xml")
  }
}

extension Content.Kind {
  /// What a media type in lower case and without parameters asks of a client.
  fileprivate init(_ name: String) {
    switch name {
    case "application/json", "*/*", "application/*", "json": self = .json
    case "application/x-www-form-urlencoded": self = .form
    case "multipart/form-data", "multipart/*": self = .multipart
    case "text/event-stream": self = .events
    case "application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-seq",
      "application/x-jsonlines", "application/jsonlines", "application/json-lines",
      "application/stream+json", "application/x-json-stream":
      self = .jsonLines
    case "application/yaml", "application/x-yaml", "application/jwt", "application/graphql":
      self = .text
    default:
      if name.hasSuffix("+json") || name.hasSuffix("/json") {
        self = .json
      } else {
        self = name.hasPrefix("text/") && name != "text/xml" ? .text : .binary
      }
    }
  }

  /// What a type is called after when it is not the body's preferred form.
  var words: String {
    switch self {
    case .json: "JSON"
    case .form: "form"
    case .multipart: "multipart"
    case .text: "text"
    case .binary: "binary"
    case .events: "event"
    case .jsonLines: "line"
    }
  }

  /// The forms that a Swift caller wants first come first.
  var rank: Int {
    switch self {
    case .json: 0
    case .events, .jsonLines: 1
    case .form: 2
    case .multipart: 3
    case .text: 4
    case .binary: 5
    }
  }
}
