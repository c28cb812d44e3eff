import Foundation

/// A request's body in a form that `URLSession` sends with its length.
final class SessionUpload: Sendable {
  enum Content: Sendable {
    case none
    case bytes(Data)
    case file(URL)
  }

  let content: Content
  private let isTemporary: Bool

  init(_ body: RequestBody) async throws(TransportError) {
    do {
      _ = try body.length()
      switch body {
      case .none: (content, isTemporary) = (.none, false)
      case .bytes(let data): (content, isTemporary) = (.bytes(data), false)
      case .pieces(let pieces):
        if case .file(let url)? = pieces.first, pieces.count == 1 {
          (content, isTemporary) = (.file(url), false)
        } else {
          (content, isTemporary) = (.file(try Self.copy(pieces)), true)
        }
      case .stream(let stream):
        (content, isTemporary) = (.file(try await Self.copy(stream)), true)
      }
    } catch {
      if Task.isCancelled { throw TransportError(.cancelled, mayHaveArrived: false) }
      throw TransportError(
        .bodyUnreadable, mayHaveArrived: false, detail: error.localizedDescription)
    }
  }

  deinit {
    if isTemporary, case .file(let url) = content { try? FileManager.default.removeItem(at: url) }
  }

  private static func copy(_ pieces: [RequestBody.Piece]) throws -> URL {
    let url = try create()
    do {
      let handle = try FileHandle(forWritingTo: url)
      defer { try? handle.close() }
      for piece in pieces { try write(piece, to: handle) }
      return url
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw error
    }
  }

  private static func write(_ piece: RequestBody.Piece, to handle: FileHandle) throws {
    switch piece {
    case .bytes(let data): try handle.write(contentsOf: data)
    case .file(let file):
      let source = try FileHandle(forReadingFrom: file)
      defer { try? source.close() }
      while let data = try source.read(upToCount: 1 << 16), !data.isEmpty {
        try Task.checkCancellation()
        try handle.write(contentsOf: data)
      }
    }
  }

  private static func copy(_ stream: RequestStream) async throws -> URL {
    let url = try create()
    do {
      let handle = try FileHandle(forWritingTo: url)
      defer { try? handle.close() }
      try await stream.write { chunk in
        try Task.checkCancellation()
        try handle.write(contentsOf: chunk)
      }
      let length = Int64(try handle.offset())
      if let announced = stream.length, announced != length {
        throw OtherLength(announced: announced, length: length)
      }
      return url
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw error
    }
  }

  private static func create() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).upload")
    try Data().write(to: url)
    return url
  }
}

private struct OtherLength: LocalizedError {
  var announced: Int64
  var length: Int64
  var errorDescription: String? { "\(length) bytes came instead of the \(announced) announced" }
}
