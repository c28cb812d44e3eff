import Foundation
import Synchronization

/// Where the bytes of an answer come from.
public protocol ResponseSource: AnyObject, Sendable {
  /// The next chunk; `nil` at the end. Cancelling the task closes the connection.
  func next() async throws(TransportError) -> Data?
  /// Everything that has not been read yet; a failure when it is more than `limit` bytes.
  func whole(limit: Int) async throws(TransportError) -> Data
  /// Gives up what has not been read.
  func cancel()
}

extension ResponseSource {
  /// Reads chunk after chunk; a source that can wait for all of them does better.
  public func whole(limit: Int) async throws(TransportError) -> Data {
    var data = Data()
    while let chunk = try await next() {
      guard chunk.count <= limit - data.count else { throw .tooLarge(limit) }
      data.append(chunk)
    }
    return data
  }
}

/// The bytes of an answer as they arrive, to be read once; letting go of it closes the connection.
public struct ResponseBody: AsyncSequence, Sendable {
  /// A chunk of bytes.
  public typealias Element = Data
  /// Why no more bytes come.
  public typealias Failure = APIError

  private final class Owner: Sendable {
    let source: any ResponseSource
    init(_ source: any ResponseSource) { self.source = source }
    deinit { source.cancel() }
  }

  private let owner: Owner
  var context = CallContext(operation: "transfer", method: .get, url: "")
  var redaction = Redaction()
  /// How large an event or a line may be.
  var pieceLimit = Int.max

  /// Reads from a source.
  public init(_ source: any ResponseSource) { owner = Owner(source) }

  /// Makes a body that is there already.
  public init(_ data: Data) { self.init(StoredSource(data)) }

  /// Reads chunk after chunk.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let body: ResponseBody

    /// The next chunk.
    public mutating func next() async throws(APIError) -> Data? { try await body.nextChunk() }

    /// The next chunk.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(APIError) -> Data? {
      try await body.nextChunk()
    }
  }

  /// Starts reading; there is one stream of chunks, however many iterators.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }

  /// Reads everything into memory, and fails when it is more than `limit` bytes.
  public func data(limit: Int = .max) async throws(APIError) -> Data {
    do {
      return try await owner.source.whole(limit: limit)
    } catch {
      if error.kind == .tooLarge { owner.source.cancel() }
      throw APIError(redaction.clean(error), context)
    }
  }

  /// Writes everything to a file as it arrives; a file that is there is replaced.
  public func write(to file: URL) async throws(APIError) {
    do {
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      defer { try? handle.close() }
      while let chunk = try await nextChunk() { try handle.write(contentsOf: chunk) }
    } catch let error as APIError {
      throw error
    } catch {
      owner.source.cancel()
      let detail = "\(file.path): \(error.localizedDescription)"
      throw .transport(
        context, TransportError(.fileUnwritable, mayHaveArrived: true, detail: detail))
    }
  }

  /// Closes the connection; the error that tells why.
  func giveUp(_ error: TransportError) -> APIError {
    owner.source.cancel()
    return APIError(redaction.clean(error), context)
  }

  private func nextChunk() async throws(APIError) -> Data? {
    do {
      return try await owner.source.next()
    } catch {
      throw APIError(redaction.clean(error), context)
    }
  }
}

/// Bytes in memory as a source.
private final class StoredSource: ResponseSource {
  private let data: Mutex<Data?>

  init(_ data: Data) { self.data = Mutex(data.isEmpty ? nil : data) }

  func next() async throws(TransportError) -> Data? { data.withLock { $0.take() } }

  func whole(limit: Int) async throws(TransportError) -> Data {
    let data = data.withLock { $0.take() } ?? Data()
    guard data.count <= limit else { throw .tooLarge(limit) }
    return data
  }

  func cancel() {}
}

extension APIError {
  /// A failure of a transfer that may be repeated without harm.
  init(_ error: TransportError, _ context: CallContext) {
    switch error.kind {
    case .cancelled:
      var context = context
      context.mayHaveArrived = error.mayHaveArrived
      self = .cancelled(context)
    case .timedOut, .connectTimedOut: self = .timedOut(context, error)
    default: self = .transport(context, error)
    }
  }
}
