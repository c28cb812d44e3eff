import Foundation

/// What a request carries.
public enum RequestBody: Sendable {
  /// Nothing.
  case none
  /// Bytes in memory.
  case bytes(Data)
  /// Pieces one after the other, files among them, which are read as they are sent.
  case pieces([Piece])
  /// Bytes that come over time.
  case stream(RequestStream)

  /// A piece of a body.
  public enum Piece: Hashable, Sendable {
    /// Bytes in memory.
    case bytes(Data)
    /// A file's bytes.
    case file(URL)
  }

  /// A file's bytes, read as they are sent.
  public static func file(_ url: URL) -> RequestBody { .pieces([.file(url)]) }

  /// Whether the body can be sent again from its start.
  public var isReplayable: Bool {
    switch self {
    case .none, .bytes, .pieces: true
    case .stream(let stream): stream.isReplayable
    }
  }

  /// How many bytes there are; `nil` when nobody knows before the end.
  ///
  /// Throws when a file is not there, or is no file: of a pipe nobody knows how much comes.
  func length() throws -> Int64? {
    switch self {
    case .none: return 0
    case .bytes(let data): return Int64(data.count)
    case .stream(let stream): return stream.length
    case .pieces(let pieces):
      return try pieces.reduce(0) { sum, piece in
        switch piece {
        case .bytes(let data): return sum + Int64(data.count)
        case .file(let url):
          return sum + (try Self.length(of: url))
        }
      }
    }
  }

  private static func length(of file: URL) throws -> Int64 {
    // Of a link, the attributes would be the link's own.
    let path = file.resolvingSymlinksInPath().path
    let values = try FileManager.default.attributesOfItem(atPath: path)
    guard values[.type] as? FileAttributeType == .typeRegular, let size = values[.size] as? NSNumber
    else { throw NotAFile() }
    return size.int64Value
  }
}

private struct NotAFile: LocalizedError {
  var errorDescription: String? { "it is not a regular file; send its bytes as a stream" }
}
