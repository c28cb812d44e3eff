import Foundation

/// Outside a multipart form a file is its bytes in Base64.
extension FileContent: Codable {
  /// Reads bytes in Base64; they come without a name.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Data.self), filename: "file")
  }

  /// Writes the bytes in Base64; a file on disk is read now.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch source {
    case .bytes(let data): try container.encode(data)
    case .file(let url): try container.encode(Data(contentsOf: url))
    }
  }
}
