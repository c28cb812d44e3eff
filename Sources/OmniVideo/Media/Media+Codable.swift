import ClientRuntime
import Foundation

extension Media {
  /// Reads a text (an address, a data URI, a path or base64) or an object with one of the keys
  /// `url`, `base64` and `file`; `nil` for everything else.
  public init?(json value: JSONValue) {
    switch value {
    case .string(let text): self.init(text: text)
    case .object(let members): self.init(members: members)
    default: return nil
    }
  }

  /// Tells by its look what a text is.
  public init(text: String) {
    if let data = DataURI(text) {
      self = .base64(data.base64, mediaType: data.mediaType)
    } else if text.hasPrefix("file://") {
      self = .file(String(text.dropFirst("file://".count)).removingPercentEncoding ?? text)
    } else if text.contains("://") {
      self = .url(text)
    } else if MediaText.isPath(text) {
      self = .file(text)
    } else if MediaText.isBase64(text), text.count >= MediaText.shortestBase64 {
      self = .base64(text)
    } else {
      self = .url(text)
    }
  }

  private init?(members: [String: JSONValue]) {
    if let url = members["url"]?.stringValue, members.count == 1 {
      self = .url(url)
    } else if let file = members["file"]?.stringValue, members.count == 1 {
      self = .file(file)
    } else if let base64 = members["base64"]?.stringValue {
      let mediaType = members["media_type"]?.stringValue
      guard members.count == (mediaType == nil ? 1 : 2) else { return nil }
      self = .base64(base64, mediaType: mediaType)
    } else {
      return nil
    }
  }

  /// The text where it reads as the same, an object otherwise.
  public var json: JSONValue {
    let text: String
    let object: JSONValue
    switch self {
    case .url(let url):
      text = url
      object = ["url": .string(url)]
    case .file(let path):
      text = path
      object = ["file": .string(path)]
    case .base64(let base64, let mediaType):
      text = mediaType.map { "data:\($0);base64,\(base64)" } ?? base64
      var members: [String: JSONValue] = ["base64": .string(base64)]
      members["media_type"] = mediaType.map { .string($0) }
      object = .object(members)
    }
    return Media(text: text) == self ? .string(text) : object
  }
}

extension Media: Codable {
  /// Reads a text or an object with one of the keys `url`, `base64` and `file`.
  public init(from decoder: any Decoder) throws {
    guard let media = Media(json: try JSONValue(from: decoder)) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: Self.wanted))
    }
    self = media
  }

  /// Writes the text where it reads as the same, an object otherwise.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// What a media field has to be, for messages.
  static let wanted =
    "write an address, a path, base64, or an object with one of the keys url, file and base64"
}
