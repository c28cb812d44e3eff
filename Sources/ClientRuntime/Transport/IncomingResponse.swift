import Foundation
import Synchronization

/// What a transport has received and its caller has not read yet.
final class IncomingResponse: ResponseSource {
  private typealias HeadWaiter = CheckedContinuation<Result<ResponseHead, TransportError>, Never>
  private typealias ChunkWaiter = CheckedContinuation<Result<Data?, TransportError>, Never>

  private enum Ending {
    case complete
    case failed(TransportError)
  }

  /// What the transport does when the caller wants more, or nothing any more.
  struct Control: Sendable {
    var resume: @Sendable () -> Void
    var abort: @Sendable () -> Void
  }

  private struct State {
    var control: Control?
    var buffer = Data()
    var isPaused = false
    var ending: Ending?
    var headWaiter: HeadWaiter?
    var chunkWaiter: ChunkWaiter?
  }

  /// How many bytes wait for the reader before the server is kept waiting.
  private static let highWater = 256 * 1024

  private let state = Mutex(State())

  // MARK: The caller's side

  /// Starts the exchange and waits for the answer's headers.
  ///
  /// The control is held until the exchange is over, and so is what it refers to.
  func head(
    _ control: Control, start: @Sendable () -> Void
  ) async throws(TransportError) -> ResponseHead {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiter: HeadWaiter) in
        let ending = state.withLock { state -> Ending? in
          if state.ending == nil {
            state.headWaiter = waiter
            state.control = control
          }
          return state.ending
        }
        // The task may have been cancelled before it got here.
        if case .failed(let error)? = ending {
          waiter.resume(returning: .failure(error))
        } else {
          start()
        }
      }
    } onCancel: {
      cancel()
    }
    return try result.get()
  }

  func next() async throws(TransportError) -> Data? {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiter: ChunkWaiter) in
        let (ready, resume) = state.withLock { Self.take(&$0, waiter) }
        resume?()
        if let ready { waiter.resume(returning: ready) }
      }
    } onCancel: {
      cancel()
    }
    return try result.get()
  }

  func cancel() {
    let (isOver, control) = state.withLock { ($0.ending != nil, $0.control) }
    if isOver { return }
    // Without a control the exchange has not begun.
    end(TransportError(.cancelled, mayHaveArrived: control != nil))
    control?.abort()
  }

  /// What there is to read, or else a place in the queue.
  private static func take(
    _ state: inout State, _ waiter: ChunkWaiter
  ) -> (Result<Data?, TransportError>?, resume: (@Sendable () -> Void)?) {
    if case .failed(let error)? = state.ending, error.kind == .cancelled {
      return (.failure(error), nil)
    }
    if !state.buffer.isEmpty {
      let chunk = state.buffer
      state.buffer = Data()
      defer { state.isPaused = false }
      return (.success(chunk), state.isPaused ? state.control?.resume : nil)
    }
    switch state.ending {
    case .complete?: return (.success(nil), nil)
    case .failed(let error)?: return (.failure(error), nil)
    case nil:
      state.chunkWaiter = waiter
      return (nil, nil)
    }
  }

  // MARK: The transport's side

  var isEnded: Bool { state.withLock { $0.ending != nil } }

  /// Whether the caller has more than it can read, so that silence is not the server's fault.
  var isPaused: Bool { state.withLock { $0.isPaused } }

  /// Lets the caller go on with the headers.
  func receive(_ head: ResponseHead) {
    let waiter = state.withLock { state in
      defer { state.headWaiter = nil }
      return state.headWaiter
    }
    waiter?.resume(returning: .success(head))
  }

  /// Takes bytes of the body in; `false` when the reader has enough for now and took none.
  func offer(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let (waiter, isTaken) = state.withLock { state -> (ChunkWaiter?, Bool) in
      if let waiter = state.chunkWaiter {
        state.chunkWaiter = nil
        return (waiter, true)
      }
      if state.buffer.count >= Self.highWater {
        state.isPaused = true
        return (nil, false)
      }
      state.buffer.append(contentsOf: bytes)
      return (nil, true)
    }
    waiter?.resume(returning: .success(Data(bytes)))
    return isTaken
  }

  /// Takes bytes in that cannot be refused; `false` when no more should come for now.
  func append(_ data: Data) -> Bool {
    let (waiter, hasRoom) = state.withLock { state -> (ChunkWaiter?, Bool) in
      if let waiter = state.chunkWaiter {
        state.chunkWaiter = nil
        return (waiter, true)
      }
      state.buffer.append(data)
      state.isPaused = state.buffer.count >= Self.highWater
      return (nil, !state.isPaused)
    }
    waiter?.resume(returning: .success(data))
    return hasRoom
  }

  /// Closes the book; only the first ending counts. A head that was held back is given out now.
  func end(_ error: TransportError?, head: ResponseHead? = nil) {
    let (headWaiter, chunkWaiter) = state.withLock { state in
      if state.ending == nil { state.ending = error.map { .failed($0) } ?? .complete }
      defer {
        state.control = nil
        state.headWaiter = nil
        state.chunkWaiter = nil
      }
      return (state.headWaiter, state.chunkWaiter)
    }
    // Who still waits for the headers gets none, even from a transfer without an error.
    let lost = TransportError(.badResponse, mayHaveArrived: true, detail: "no headers came")
    headWaiter?.resume(returning: head.map { .success($0) } ?? .failure(error ?? lost))
    chunkWaiter?.resume(returning: error.map { .failure($0) } ?? .success(nil))
  }
}
