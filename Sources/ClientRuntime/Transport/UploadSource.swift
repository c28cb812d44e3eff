import Foundation
import Synchronization

/// Gives a request's bytes to a transport that asks for them a buffer at a time.
final class UploadSource: Sendable {
  enum Reading {
    /// So many bytes were put into the buffer; none at the end.
    case bytes(Int)
    /// There is nothing yet; the transport is told when to ask again.
    case wait
    case failed
  }

  private struct State {
    var pieces: ArraySlice<RequestBody.Piece> = []
    var file: FileHandle?
    var buffer = Data()
    /// Whether more comes from a stream.
    var isOpen = false
    /// Whether nobody reads any more.
    var isEnded = false
    var isWaiting = false
    /// How many bytes there must be, and how many of them are still to come; `nil` when nobody knows.
    var announced: Int64?
    var left: Int64?
    var failure: String?
    var roomWaiter: CheckedContinuation<Void, Never>?
    var pump: Task<Void, Never>?
  }

  private static let capacity = 256 * 1024

  private let body: RequestBody
  private let state = Mutex(State())

  init(_ body: RequestBody) {
    self.body = body
    _ = rewind()
  }

  /// Why there are no more bytes, when the source failed.
  var failure: String? { state.withLock { $0.failure } }

  /// Whether the transport waits for bytes that are still to come.
  var isWaiting: Bool { state.withLock { $0.isWaiting } }

  /// Says how many bytes the server is told of: with fewer it would wait for the rest, and more would
  /// be lost.
  func expect(_ length: Int64?) {
    state.withLock { ($0.announced, $0.left) = (length, length) }
  }

  /// Goes back to the first byte; a stream cannot.
  func rewind() -> Bool {
    state.withLock { state in
      state.file = nil
      state.buffer = Data()
      state.left = state.announced
      switch body {
      case .none: state.pieces = []
      case .bytes(let data): state.pieces = [.bytes(data)]
      case .pieces(let pieces): state.pieces = pieces[...]
      case .stream: return false
      }
      return true
    }
  }

  /// Starts a stream; `more` is called when there is something to read again.
  func begin(_ more: @escaping @Sendable () -> Void) {
    guard case .stream(let stream) = body else { return }
    state.withLock { $0.isOpen = true }
    let pump = Task { [weak self] in
      do {
        try await stream.write { [weak self] chunk in
          guard let self else { throw CancellationError() }
          try await self.send(chunk, more)
        }
        self?.close(nil, more)
      } catch {
        self?.close("\(error)", more)
      }
    }
    let isEnded = state.withLock { state in
      state.pump = pump
      return state.isEnded
    }
    // The exchange may have been cancelled before the stream was there to be stopped.
    if isEnded { pump.cancel() }
  }

  /// Stops a stream, and whoever waits for room in it.
  func end() {
    let (pump, waiter) = state.withLock { state in
      state.isOpen = false
      state.isEnded = true
      state.file = nil
      defer {
        state.pump = nil
        state.roomWaiter = nil
      }
      return (state.pump, state.roomWaiter)
    }
    pump?.cancel()
    waiter?.resume()
  }

  /// Fills a buffer with the next bytes.
  func read(into target: UnsafeMutableRawBufferPointer) -> Reading {
    let (reading, waiter) = state.withLock { state in
      let reading = Self.read(&state, into: target)
      guard state.buffer.count < Self.capacity / 2 else {
        return (reading, nil as CheckedContinuation<Void, Never>?)
      }
      defer { state.roomWaiter = nil }
      return (reading, state.roomWaiter)
    }
    waiter?.resume()
    return reading
  }

  private static func read(
    _ state: inout State, into target: UnsafeMutableRawBufferPointer
  ) -> Reading {
    state.isWaiting = false
    do {
      while state.buffer.isEmpty, try refill(&state, target.count) {}
    } catch {
      state.failure = error.localizedDescription
    }
    if state.failure != nil { return .failed }
    if state.buffer.isEmpty, state.isOpen {
      state.isWaiting = true
      return .wait
    }
    let count = min(target.count, state.buffer.count)
    if let announced = state.announced, let left = state.left {
      let isEnd = count == 0 && !target.isEmpty
      if isEnd ? left > 0 : count > left {
        state.failure = "\(isEnd ? "fewer" : "more") bytes came than the \(announced) announced"
        return .failed
      }
      state.left = left - Int64(count)
    }
    state.buffer.prefix(count).withUnsafeBytes { target.copyMemory(from: $0) }
    state.buffer = count == state.buffer.count ? Data() : state.buffer.dropFirst(count)
    return .bytes(count)
  }

  /// Gets more bytes from the pieces; `false` at their end.
  private static func refill(_ state: inout State, _ count: Int) throws -> Bool {
    if let file = state.file {
      if let data = try file.read(upToCount: max(count, 64 * 1024)), !data.isEmpty {
        state.buffer = data
      } else {
        try file.close()
        state.file = nil
      }
      return true
    }
    switch state.pieces.popFirst() {
    case nil: return false
    case .bytes(let data): state.buffer = data
    case .file(let url): state.file = try FileHandle(forReadingFrom: url)
    }
    return true
  }

  private func send(_ chunk: Data, _ more: @Sendable () -> Void) async throws {
    try Task.checkCancellation()
    let wasWaiting = state.withLock { state in
      state.buffer.append(chunk)
      defer { state.isWaiting = false }
      return state.isWaiting
    }
    if wasWaiting { more() }
    await withCheckedContinuation { (waiter: CheckedContinuation<Void, Never>) in
      let hasRoom = state.withLock { state in
        if state.buffer.count < Self.capacity || !state.isOpen { return true }
        state.roomWaiter = waiter
        return false
      }
      if hasRoom { waiter.resume() }
    }
    try Task.checkCancellation()
  }

  private func close(_ failure: String?, _ more: @Sendable () -> Void) {
    let wasWaiting = state.withLock { state in
      state.isOpen = false
      state.failure = failure
      defer { state.isWaiting = false }
      return state.isWaiting
    }
    if wasWaiting { more() }
  }
}
