#if os(Linux)
  import CCurl
  import Foundation
  import Synchronization

  /// One exchange: the loop's thread fills it, the caller's task empties it.
  final class CurlTransfer: ResponseSource {
    private typealias HeadWaiter = CheckedContinuation<Result<ResponseHead, TransportError>, Never>
    private typealias ChunkWaiter = CheckedContinuation<Result<Data?, TransportError>, Never>

    private enum Ending {
      case complete
      case failed(TransportError)
    }

    private struct State {
      var head: ResponseHead?
      var buffer = Data()
      var isPaused = false
      var ending: Ending?
      var headWaiter: HeadWaiter?
      var chunkWaiter: ChunkWaiter?
    }

    /// How many bytes wait for the reader before the server is kept waiting.
    private static let highWater = 256 * 1024

    let request: TransportRequest
    private let loop: CurlLoop
    private let state = Mutex(State())
    let upload: UploadSource

    // Below: touched by the loop's thread alone.
    nonisolated(unsafe) private(set) var handle: UnsafeMutableRawPointer?
    nonisolated(unsafe) private var headerList: UnsafeMutablePointer<curl_slist>?
    nonisolated(unsafe) private var headReader = HeadReader()
    nonisolated(unsafe) private var lastActivity = ContinuousClock.now

    init(_ request: TransportRequest, loop: CurlLoop) {
      self.request = request
      self.loop = loop
      upload = UploadSource(request.body)
    }

    // MARK: The caller's side

    /// Starts the exchange and waits for the answer's headers.
    func head() async throws(TransportError) -> ResponseHead {
      let result = await withTaskCancellationHandler {
        await withCheckedContinuation { (waiter: HeadWaiter) in
          let ending = state.withLock { state -> Ending? in
            if state.ending == nil { state.headWaiter = waiter }
            return state.ending
          }
          if case .failed(let error)? = ending { return waiter.resume(returning: .failure(error)) }
          upload.begin { [loop, weak self] in
            if let self { loop.post(.resume(self)) }
          }
          loop.post(.start(self))
        }
      } onCancel: {
        cancel()
      }
      return try result.get()
    }

    func next() async throws(TransportError) -> Data? {
      let result = await withTaskCancellationHandler {
        await withCheckedContinuation { (waiter: ChunkWaiter) in
          let (ready, mustResume) = state.withLock { Self.take(&$0, waiter) }
          if mustResume { loop.post(.resume(self)) }
          if let ready { waiter.resume(returning: ready) }
        }
      } onCancel: {
        cancel()
      }
      return try result.get()
    }

    func cancel() {
      let isOver = state.withLock { $0.ending != nil }
      if !isOver {
        end(TransportError(.cancelled, mayHaveArrived: true))
        loop.post(.cancel(self))
      }
    }

    /// What there is to read, or else a place in the queue.
    private static func take(
      _ state: inout State, _ waiter: ChunkWaiter
    ) -> (Result<Data?, TransportError>?, mustResume: Bool) {
      if case .failed(let error)? = state.ending, error.kind == .cancelled {
        return (.failure(error), false)
      }
      if !state.buffer.isEmpty {
        let chunk = state.buffer
        state.buffer = Data()
        defer { state.isPaused = false }
        return (.success(chunk), state.isPaused)
      }
      switch state.ending {
      case .complete?: return (.success(nil), false)
      case .failed(let error)?: return (.failure(error), false)
      case nil:
        state.chunkWaiter = waiter
        return (nil, false)
      }
    }

    // MARK: The loop's side

    var isEnded: Bool { state.withLock { $0.ending != nil } }

    /// Makes the handle; the failure is kept when there is something wrong with the request.
    func open() -> UnsafeMutableRawPointer? {
      guard let handle = curl_easy_init() else { return nil }
      self.handle = handle
      lastActivity = .now
      do {
        headerList = try CurlSetup(transfer: self, handle: handle).apply()
      } catch {
        end(error)
      }
      return handle
    }

    func dispose() {
      if let handle { curl_easy_cleanup(handle) }
      if let headerList { curl_slist_free_all(headerList) }
      handle = nil
      headerList = nil
    }

    /// Closes the book; only the first ending counts.
    func end(_ error: TransportError?) {
      let (headWaiter, chunkWaiter, head) = state.withLock { state in
        if state.ending == nil { state.ending = error.map { .failed($0) } ?? .complete }
        defer {
          state.headWaiter = nil
          state.chunkWaiter = nil
        }
        return (state.headWaiter, state.chunkWaiter, state.head)
      }
      upload.end()
      let lost = TransportError(.badResponse, mayHaveArrived: true, detail: "no headers came")
      headWaiter?.resume(returning: head.map { .success($0) } ?? .failure(error ?? lost))
      chunkWaiter?.resume(returning: error.map { .failure($0) } ?? .success(nil))
    }

    func touch() { lastActivity = .now }

    /// Whether nothing has moved for too long; waiting for the caller does not count.
    func isSilent(at now: ContinuousClock.Instant) -> Bool {
      guard let limit = request.inactivityTimeout else { return false }
      if state.withLock({ $0.isPaused }) || upload.isWaiting { lastActivity = now }
      return now - lastActivity > limit
    }

    /// Takes a header line in; the last one lets the caller go on.
    func receive(headerLine bytes: UnsafeRawBufferPointer) {
      touch()
      guard let head = headReader.read(bytes) else { return }
      let waiter = state.withLock { state in
        state.head = head
        defer { state.headWaiter = nil }
        return state.headWaiter
      }
      waiter?.resume(returning: .success(head))
    }

    /// Takes bytes of the body in; `false` when the reader has enough for now.
    func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
      touch()
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
  }
#endif
