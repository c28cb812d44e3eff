import Foundation
import Synchronization

/// What a transport has received and its caller has not read yet.
final class IncomingResponse: ResponseSource {
  private typealias HeadWaiter = Waiter<Result<ResponseHead, TransportError>>
  private typealias ChunkWaiter = Waiter<Result<Data?, TransportError>>

  private enum Ending {
    case complete
    case failed(TransportError)
  }

  private struct State {
    var control: (any ExchangeControl)?
    var buffer = ReceivedBytes()
    var isPaused = false
    var ending: Ending?
    var headWaiter: HeadWaiter?
    var chunkWaiter: ChunkWaiter?
    /// How many bytes the reader takes at most, when it wants all of them at once.
    var wanted: Int?
    /// How many bytes the reader wanted at most, when more came before it asked for them.
    var exceeded: Int?
    /// How many bytes are announced.
    var announced: Int?
  }

  /// Somebody who waits, and what to give out.
  private struct Handover {
    var waiter: ChunkWaiter
    var result: Result<Data?, TransportError>

    func make() { waiter.resume(returning: result) }
  }

  /// What became of bytes that a transport brought.
  private enum Intake {
    case kept
    case refused
    case lacksMemory
    case given(Handover)
  }

  /// How many bytes wait for the reader before the server is kept waiting.
  private static let highWater = 256 * 1024
  /// How much memory is set aside because a server announces as much.
  private static let largestReserve = 16 * 1024 * 1024

  private let state: Mutex<State>

  /// Takes an answer in; with a limit, as much of it is wanted in one piece.
  init(wholeLimit: Int? = nil) { state = Mutex(State(wanted: wholeLimit)) }

  deinit { state.withLock { $0.buffer.free() } }

  // MARK: The caller's side

  /// Starts the exchange and waits for the answer's headers.
  ///
  /// The control is held until the exchange is over, and so is what it refers to.
  func head(
    _ control: any ExchangeControl, start: @Sendable () -> Void
  ) async throws(TransportError) -> ResponseHead {
    let result = await withTaskCancellationHandler {
      await withWaiter { (waiter: HeadWaiter) in
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
      await withWaiter { (waiter: ChunkWaiter) in
        let (ready, paused) = state.withLock { Self.take(&$0, waiter) }
        paused?.resume()
        if let ready { waiter.resume(returning: ready) }
      }
    } onCancel: {
      cancel()
    }
    return try result.get()
  }

  /// Waits until everything is there, so that the caller is woken once and not for every piece.
  func whole(limit: Int) async throws(TransportError) -> Data {
    let ready = state.withLock { Self.takeEnded(&$0, limit) }
    let result = if let ready { ready } else { await gathered(limit) }
    let data = try result.get() ?? Data()
    guard data.count <= limit else { throw .tooLarge(limit) }
    return data
  }

  private func gathered(_ limit: Int) async -> Result<Data?, TransportError> {
    await withTaskCancellationHandler {
      await withWaiter { (waiter: ChunkWaiter) in
        let (ready, paused) = state.withLock { Self.takeAll(&$0, waiter, limit) }
        paused?.resume()
        if let ready { waiter.resume(returning: ready) }
      }
    } onCancel: {
      cancel()
    }
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
  ) -> (Result<Data?, TransportError>?, paused: (any ExchangeControl)?) {
    if case .failed(let error)? = state.ending, error.kind == .cancelled {
      return (.failure(error), nil)
    }
    if state.chunkWaiter == nil { state.wanted = nil }
    if !state.buffer.isEmpty {
      defer { state.isPaused = false }
      return (.success(state.buffer.take()), state.isPaused ? state.control : nil)
    }
    switch state.ending {
    case .complete?: return (.success(nil), nil)
    case .failed(let error)?: return (.failure(error), nil)
    case nil:
      if state.chunkWaiter != nil { return (.failure(readTwice), nil) }
      state.chunkWaiter = waiter
      return (nil, nil)
    }
  }

  /// A second reader beside one who waits would take its place, and leave it waiting for ever.
  private static var readTwice: TransportError {
    TransportError(
      .other, mayHaveArrived: true, detail: "the answer is being read by somebody else already")
  }

  /// All there is to read when nothing more comes, or else a place in the queue.
  private static func takeAll(
    _ state: inout State, _ waiter: ChunkWaiter, _ limit: Int
  ) -> (Result<Data?, TransportError>?, paused: (any ExchangeControl)?) {
    if let ready = takeEnded(&state, limit) { return (ready, nil) }
    if state.chunkWaiter != nil { return (.failure(readTwice), nil) }
    if state.buffer.count > limit { return (.failure(.tooLarge(limit)), nil) }
    state.chunkWaiter = waiter
    state.wanted = limit
    reserve(&state, limit)
    defer { state.isPaused = false }
    return (nil, state.isPaused ? state.control : nil)
  }

  /// All there is to read when nothing more comes.
  private static func takeEnded(
    _ state: inout State, _ limit: Int
  ) -> Result<Data?, TransportError>? {
    // What happened after that happened only because nobody took the rest.
    if let exceeded = state.exceeded, limit <= exceeded { return .failure(.tooLarge(limit)) }
    return switch state.ending {
    case .failed(let error)?: .failure(error)
    case .complete?: .success(state.buffer.take())
    case nil: nil
    }
  }

  /// Sets memory aside for what is announced, so that bytes that have come need not move again.
  private static func reserve(_ state: inout State, _ limit: Int) {
    state.buffer.reserve(min(state.announced ?? 0, limit, largestReserve))
  }

  // MARK: The transport's side

  var isEnded: Bool { state.withLock { $0.ending != nil } }

  /// Whether the caller has more than it can read, so that silence is not the server's fault.
  var isPaused: Bool { state.withLock { $0.isPaused } }

  /// Whether the caller wants all of the answer at once, and it is still to come.
  var isGathering: Bool { state.withLock { $0.wanted != nil && $0.ending == nil } }

  /// Learns from the headers how much is to come.
  func announce(_ head: ResponseHead) { state.withLock { Self.note(head, &$0) } }

  /// Lets the caller go on with the headers.
  func receive(_ head: ResponseHead) {
    let waiter = state.withLock { state in
      Self.note(head, &state)
      return state.headWaiter.take()
    }
    waiter?.resume(returning: .success(head))
  }

  private static func note(_ head: ResponseHead, _ state: inout State) {
    guard state.announced == nil else { return }
    state.announced = max(0, head.headers["content-length"].flatMap { Int($0) } ?? 0)
  }

  /// Takes bytes of the body in; `false` when the reader has enough for now and took none.
  func offer(_ bytes: UnsafeRawBufferPointer) -> Bool {
    switch state.withLock({ Self.keep(bytes, &$0) }) {
    case .kept: return true
    case .refused: return false
    case .given(let handover):
      handover.make()
      return true
    case .lacksMemory:
      lackMemory()
      return false
    }
  }

  /// Gives up an answer that does not fit into memory.
  private func lackMemory() {
    let control = state.withLock { $0.control }
    end(TransportError(.tooLarge, mayHaveArrived: true, detail: "there is no memory for it"))
    control?.abort()
  }

  private static func keep(_ bytes: UnsafeRawBufferPointer, _ state: inout State) -> Intake {
    if let wanted = state.wanted {
      if state.buffer.isEmpty { reserve(&state, wanted) }
      if !state.buffer.append(bytes) { return .lacksMemory }
      return state.buffer.count > wanted ? overflow(&state) : .kept
    }
    if let waiter = state.chunkWaiter.take() {
      return .given(Handover(waiter: waiter, result: .success(Data(bytes))))
    }
    state.isPaused = state.buffer.count >= highWater
    if state.isPaused { return .refused }
    return state.buffer.append(bytes) ? .kept : .lacksMemory
  }

  /// Takes bytes in that cannot be refused; `false` when no more should come for now.
  func append(_ data: Data) -> Bool {
    let (intake, hasRoom) = state.withLock { state -> (Intake, Bool) in
      // What still comes when the book is closed would lie there for nobody.
      if state.ending != nil { return (.refused, true) }
      if state.wanted == nil, let waiter = state.chunkWaiter.take() {
        return (.given(Handover(waiter: waiter, result: .success(data))), true)
      }
      if !data.withUnsafeBytes({ state.buffer.append($0) }) { return (.lacksMemory, false) }
      state.isPaused = state.wanted == nil && state.buffer.count >= Self.highWater
      let isTooMuch = state.wanted.map { state.buffer.count > $0 } ?? false
      return (isTooMuch ? Self.overflow(&state) : .kept, !state.isPaused)
    }
    switch intake {
    case .given(let handover): handover.make()
    case .lacksMemory: lackMemory()
    case .kept, .refused: break
    }
    return hasRoom
  }

  /// Who is to be told that there is more than was wanted; nothing is gathered any more.
  private static func overflow(_ state: inout State) -> Intake {
    guard let wanted = state.wanted.take() else { return .kept }
    guard let waiter = state.chunkWaiter.take() else {
      state.exceeded = wanted
      return .kept
    }
    return .given(Handover(waiter: waiter, result: .failure(.tooLarge(wanted))))
  }

  /// Closes the book; only the first ending counts. A head that was held back is given out now.
  func end(_ error: TransportError?, head: ResponseHead? = nil) {
    let (headWaiter, handover) = state.withLock { state -> (HeadWaiter?, Handover?) in
      if state.ending == nil { state.ending = error.map { .failed($0) } ?? .complete }
      state.control = nil
      let handover = state.chunkWaiter.take().map { waiter in
        let rest = state.wanted == nil ? nil : state.buffer.take()
        return Handover(
          waiter: waiter, result: error.map { .failure($0) } ?? .success(rest))
      }
      return (state.headWaiter.take(), handover)
    }
    // Who still waits for the headers gets none, even from a transfer without an error.
    let lost = TransportError(.badResponse, mayHaveArrived: true, detail: "no headers came")
    headWaiter?.resume(returning: head.map { .success($0) } ?? .failure(error ?? lost))
    handover?.make()
  }
}
