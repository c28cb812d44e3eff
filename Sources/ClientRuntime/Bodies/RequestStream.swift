import Foundation

/// A body whose bytes come over time, from a closure that writes them.
public struct RequestStream: Sendable {
  /// How many bytes will come, if that is known.
  public var length: Int64?
  /// Whether `write` can be run again for the same bytes.
  public var isReplayable: Bool
  /// Writes all chunks; each call of the argument returns when there is room for more.
  public var write: @Sendable (_ send: @Sendable (Data) async throws -> Void) async throws -> Void

  /// Makes a body of what a closure writes.
  public init(
    length: Int64? = nil, isReplayable: Bool = false,
    write: @escaping @Sendable (_ send: @Sendable (Data) async throws -> Void) async throws -> Void
  ) {
    self.length = length
    self.isReplayable = isReplayable
    self.write = write
  }

  /// Makes a body of a sequence of chunks, which can be sent once.
  public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int64? = nil)
  where Chunks.Element == Data {
    self.init(length: length) { send in
      for try await chunk in chunks { try await send(chunk) }
    }
  }
}
