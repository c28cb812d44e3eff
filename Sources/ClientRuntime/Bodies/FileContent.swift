import Foundation

/// A file to upload: bytes in memory, or a file on disk that is read as it is sent.
public struct FileContent: Hashable, Sendable {
  /// Where the bytes are.
  public var source: RequestBody.Piece
  /// The name that the server is told.
  public var filename: String
  /// The media type that the server is told.
  public var contentType: String

  /// Makes a file of bytes in memory; the media type follows from the name.
  public init(_ data: Data, filename: String, contentType: String? = nil) {
    source = .bytes(data)
    self.filename = filename
    self.contentType = contentType ?? Self.contentType(of: filename)
  }

  /// Names a file on disk; its own name is sent unless another is given.
  public init(_ file: URL, filename: String? = nil, contentType: String? = nil) {
    source = .file(file)
    self.filename = filename ?? file.lastPathComponent
    self.contentType = contentType ?? Self.contentType(of: self.filename)
  }

  private static let types: [String: String] = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "gif": "image/gif", "bmp": "image/bmp", "heic": "image/heic", "svg": "image/svg+xml",
    "mp4": "video/mp4", "mov": "video/quicktime", "webm": "video/webm", "mkv": "video/x-matroska",
    "mp3": "audio/mpeg", "wav": "audio/wav", "m4a": "audio/mp4", "ogg": "audio/ogg",
    "flac": "audio/flac", "json": "application/json", "pdf": "application/pdf",
    "txt": "text/plain", "csv": "text/csv", "xml": "application/xml", "zip": "application/zip",
  ]

  /// What is told of a file whose name says nothing.
  static let unknownType = "application/octet-stream"

  private static func contentType(of filename: String) -> String {
    let ending = filename.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[ending] ?? unknownType
  }
}

extension FileContent: Codable {
  /// Reads base64, as JSON carries a file's bytes.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Data.self), filename: "file")
  }

  /// Writes base64, as JSON carries a file's bytes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch source {
    case .bytes(let data): try container.encode(data)
    case .file(let url): try container.encode(Data(contentsOf: url))
    }
  }
}
