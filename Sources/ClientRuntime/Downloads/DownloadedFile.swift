import Foundation

/// A file that was downloaded and checked.
public struct DownloadedFile: Hashable, Sendable {
  /// Where it is.
  public var url: URL
  /// How many bytes it has.
  public var length: Int64
  /// The media type that the server gave it.
  public var contentType: String?

  /// Describes a file.
  public init(url: URL, length: Int64, contentType: String? = nil) {
    self.url = url
    self.length = length
    self.contentType = contentType
  }
}
