#if os(Linux)
  import CCurl
  import Foundation
  import Synchronization

  /// One exchange, as the engine sees it.
  final class CurlTransfer: ExchangeControl {
    let request: TransportRequest
    /// What is sent; `nil` when that is nothing.
    let upload: UploadSource?
    let incoming: IncomingResponse
    private let loop: CurlLoop

    var configuration: CurlConfiguration { loop.configuration }

    // Below: touched by the engine alone, which whoever has the turn of the loop works with; the
    // lock of the turn hands them on from thread to thread.
    nonisolated(unsafe) private(set) var handle: UnsafeMutableRawPointer?
    nonisolated(unsafe) private var shape: CurlShape?
    nonisolated(unsafe) private var headerLines: HeaderLines?
    nonisolated(unsafe) private var headReader = HeadReader()
    nonisolated(unsafe) private var heldHead: ResponseHead?
    nonisolated(unsafe) private var heads: HeldHeads?
    nonisolated(unsafe) private var lastActivity = Tick.now
    /// How many nanoseconds nothing may move.
    nonisolated(unsafe) private var silenceLimit: Int?
    /// Whether something has moved since the last look; a look at the clock for every piece would
    /// cost more than the piece.
    private let hasMoved = Atomic(false)
    /// Where the engine keeps it.
    nonisolated(unsafe) var place = 0
    /// How long it had to wait before it could begin.
    nonisolated(unsafe) var delay = Duration.zero

    init(_ request: consuming TransportRequest, loop: CurlLoop) {
      self.loop = loop
      if case .none = request.body { upload = nil } else { upload = UploadSource(request.body) }
      incoming = IncomingResponse(wholeLimit: request.wholeLimit)
      self.request = request
    }

    /// Starts the exchange and waits for the answer's headers.
    func head() async throws(TransportError) -> ResponseHead {
      try await incoming.head(self) { [self] in
        upload?.begin { [weak self] in self?.resume() }
        loop.post(.start(self))
      }
    }

    func resume() { loop.post(.resume(self)) }

    func abort() {
      upload?.end()
      loop.post(.cancel(self))
    }

    /// Sets a handle up; without one the exchange is over, as something is wrong with the request.
    func open(_ handles: CurlHandles, _ heads: HeldHeads) -> UnsafeMutableRawPointer? {
      do throws(TransportError) {
        let setup = try CurlSetup(self)
        guard let handle = handles.take(setup.shape) else { throw Self.unavailable }
        self.handle = handle
        self.heads = heads
        shape = setup.shape
        lastActivity = .now
        silenceLimit = request.inactivityTimeout?.wholeNanoseconds
        headerLines = try setup.apply(to: handle)
        return handle
      } catch {
        dispose(handles, isUntroubled: false)
        incoming.end(error)
        return nil
      }
    }

    /// The exchange that a handle was made for.
    static func of(_ handle: UnsafeMutableRawPointer) -> CurlTransfer? {
      var pointer: UnsafeMutableRawPointer?
      ccurl_get_pointer(handle, CURLINFO_PRIVATE, &pointer)
      return pointer.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Where it goes when that is a place to which many requests may share a connection.
    var sharedOrigin: String? {
      guard request.url.hasScheme("https:") else { return nil }
      let slash = UInt8(ascii: "/")
      let host = request.url.utf8.dropFirst(8)
      return String(request.url[..<(host.firstIndex(of: slash) ?? host.endIndex)])
    }

    /// Whether something of the request went out.
    var hasSentRequest: Bool { info(CURLINFO_REQUEST_SIZE).map { $0 > 0 } ?? true }

    /// Whether others may share its connection; `nil` as long as its answer has not told.
    var isShared: Bool? {
      info(CURLINFO_HTTP_VERSION).flatMap { $0 == 0 ? nil : $0 >= CURL_HTTP_VERSION_2_0 }
    }

    /// Lets go of everything; nothing happens to the exchange any more.
    func dispose(_ handles: CurlHandles, isUntroubled: Bool) {
      upload?.end()
      if let handle, let shape { handles.give(handle, shape, isUntroubled: isUntroubled) }
      headerLines?.free()
      handle = nil
      headerLines = nil
      heads = nil
    }

    /// Gives up before anything began.
    func fail() {
      upload?.end()
      incoming.end(Self.unavailable)
    }

    private static var unavailable: TransportError {
      TransportError(.other, mayHaveArrived: false, detail: "libcurl is not to be had")
    }

    /// Notes that something has moved.
    func touch() { hasMoved.store(true, ordering: .relaxed) }

    /// Whether nothing has moved for too long; waiting for the caller does not count.
    func isSilent(at now: Tick) -> Bool {
      if hasMoved.exchange(false, ordering: .relaxed) { lastActivity = now }
      guard let limit = silenceLimit else { return false }
      if incoming.isPaused || upload?.isWaiting == true { lastActivity = now }
      return now - lastActivity > limit
    }

    /// Whether nothing has moved for a little while, as of the last look.
    func isQuiet(at now: Tick) -> Bool {
      now - lastActivity > 50_000_000
    }

    /// Takes a header line in; the last one lets the caller go on. `false` when there is no end.
    func receive(headerLine bytes: UnsafeRawBufferPointer) -> Bool {
      touch()
      guard let head = headReader.read(bytes) else { return !headReader.isTooLarge }
      if heldHead == nil { heads?.add(self) }
      heldHead = head
      incoming.announce(head)
      return true
    }

    /// Gives out the head that came in this turn, if it may be given out; whatever else came with it
    /// is there already, so that the caller is woken once and not for every piece. A caller that wants
    /// all of a success waits on, but no longer than until the next sweep: it may have to report the
    /// headers.
    func hasGivenHead(isSweep: Bool) -> Bool {
      guard let head = heldHead else { return true }
      let mayWait = !isSweep && (200..<300).contains(head.status)
      if mayWait, incoming.isGathering { return false }
      heldHead = nil
      incoming.receive(head)
      return true
    }

    /// Closes the book, with the head if it was not given out yet.
    func end(_ error: TransportError?) {
      incoming.end(error, head: heldHead)
      heldHead = nil
    }

    /// Takes bytes of the body in; `false` when the reader has enough for now.
    func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
      touch()
      return incoming.offer(bytes)
    }
  }
#endif
