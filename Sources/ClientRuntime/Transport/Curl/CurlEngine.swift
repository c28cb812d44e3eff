#if os(Linux)
  import CCurl
  import Foundation

  /// Moves the bytes of all transfers, by one thread at a time.
  final class CurlEngine {
    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    /// Whether this libcurl forgets bytes of HTTP/2 that it has read: it does before 8.1.
    private static let forgetsOthers = ccurl_version() < 0x080100
    /// How often the transfers are looked over for silence, in nanoseconds.
    private static let sweep = 100_000_000
    /// How many milliseconds are waited for at once: newer versions of libcurl take limits of time
    /// that would overflow.
    private static let longest = 1_000_000_000

    let readiness: Readiness
    private let handles: CurlHandles
    private let sockets: CurlSockets
    private let heads = HeldHeads()
    private var gate = ConnectionGate()
    /// Whether an exchange of those that share connections is over.
    private var mustRevive = false
    private let multi: UnsafeMutableRawPointer
    /// Each knows its place, so that it is found without a search.
    private var active: [CurlTransfer] = []
    /// When libcurl wants to be called, whatever comes.
    private var due: Tick?
    private var lastSweep = Tick.now
    /// When the timer fires.
    private var armed: Tick?

    var isIdle: Bool { active.isEmpty }

    init?(_ configuration: CurlConfiguration) {
      guard Self.isReady, let multi = curl_multi_init(), let readiness = Readiness() else {
        return nil
      }
      self.multi = multi
      self.readiness = readiness
      sockets = CurlSockets(readiness)
      handles = CurlHandles(CurlPreset(configuration), sockets)
      ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.keptConnections)
      let owner = Unmanaged.passUnretained(self).toOpaque()
      ccurl_multi_set_callbacks(multi, watchSocket, setTimer, owner)
    }

    /// Lets go of everything, when no transfer is left.
    func close() {
      ccurl_multi_set_callbacks(multi, nil, nil, nil)
      handles.close()
      curl_multi_cleanup(multi)
    }

    /// Does what callers want and what the sockets call for.
    func work(
      _ commands: [CurlLoop.Command], _ last: CurlLoop.Command?, _ events: [Readiness.Event]
    ) {
      for command in commands { obey(command) }
      if let last { obey(last) }
      var running: Int32 = 0
      for event in events {
        switch event {
        case .timer: armed = nil
        case .socket(let socket, let mask):
          guard sockets.isWanted(socket) else { continue }
          curl_multi_socket_action(multi, socket, mask, &running)
        }
      }
      var now = move()
      let isSweep = now - lastSweep >= Self.sweep
      if isSweep {
        closeSilent(now)
        now = move()
      }
      while mustRevive {
        reviveOthers()
        now = move()
      }
      while case let admitted = gate.admitted(now), !admitted.isEmpty {
        for transfer in admitted { start(transfer) }
        now = move()
      }
      heads.giveOut(isSweep: isSweep)
      arm(now)
    }

    /// Does what is due, and takes the finished transfers out; when that was.
    private func move() -> Tick {
      var running: Int32 = 0
      var now = Tick.now
      while let moment = due, moment <= now {
        due = nil
        curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running)
        now = .now
      }
      collect()
      return now
    }

    private func obey(_ command: CurlLoop.Command) {
      switch command {
      case .start(let transfer): if gate.admits(transfer) { start(transfer) }
      case .resume(let transfer):
        if let handle = transfer.handle { curl_easy_pause(handle, CURLPAUSE_CONT) }
      case .cancel(let transfer):
        close(transfer, TransportError(.cancelled, mayHaveArrived: true))
      }
    }

    private func start(_ transfer: CurlTransfer) {
      // A task may be cancelled before its transfer begins.
      if transfer.incoming.isEnded { return transfer.dispose(handles, isUntroubled: false) }
      guard let handle = transfer.open(handles, heads) else { return }
      transfer.place = active.count
      active.append(transfer)
      curl_multi_add_handle(multi, handle)
    }

    private func remove(_ transfer: CurlTransfer) {
      let last = active.removeLast()
      if last === transfer { return }
      last.place = transfer.place
      active[last.place] = last
    }

    /// Takes the finished transfers out.
    private func collect() {
      var left: Int32 = 0
      while let message = curl_multi_info_read(multi, &left) {
        guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
          let transfer = CurlTransfer.of(handle)
        else { continue }
        let code = ccurl_message_result(message)
        if code == CURLE_OK { gate.learn(from: transfer) }
        close(transfer, code == CURLE_OK ? nil : transfer.failure(code))
      }
    }

    private func close(_ transfer: CurlTransfer, _ error: TransportError?) {
      if let handle = transfer.handle {
        if Self.forgetsOthers, transfer.isShared == true { mustRevive = true }
        curl_multi_remove_handle(multi, handle)
        remove(transfer)
        transfer.dispose(handles, isUntroubled: error == nil)
      }
      transfer.end(error)
    }

    /// Lets the others on a connection go on after an exchange on it is over: what came for them
    /// together with its last bytes lies in libcurl's memory, where no socket tells of it.
    private func reviveOthers() {
      mustRevive = false
      for transfer in active where transfer.isShared != false { revive(transfer) }
    }

    /// Makes libcurl look at an exchange, which it does only when its state changes; each by itself, as
    /// of those that are told together the first may have enough for now, and the others hear nothing.
    private func revive(_ transfer: CurlTransfer) {
      guard !transfer.incoming.isPaused, let handle = transfer.handle else { return }
      var running: Int32 = 0
      curl_easy_pause(handle, CURLPAUSE_RECV)
      curl_easy_pause(handle, CURLPAUSE_CONT)
      curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running)
    }

    private func closeSilent(_ now: Tick) {
      lastSweep = now
      for transfer in active {
        if transfer.isSilent(at: now) {
          close(transfer, TransportError.silent(transfer))
        } else if Self.forgetsOthers, transfer.isShared == true, transfer.isQuiet(at: now) {
          // An answer that is over before its request is forgotten too.
          revive(transfer)
        }
      }
    }

    // MARK: What libcurl wants to be told

    /// Sets the timer when nothing is due earlier than what it waits for already.
    private func arm(_ now: Tick) {
      if active.isEmpty, due == nil { return }
      let sweep = active.isEmpty ? nil : now + Self.sweep
      guard var next = due ?? sweep else { return }
      if let sweep { next = min(next, sweep) }
      if let armed, armed <= next { return }
      armed = next
      readiness.setTimer(next - now)
    }

    fileprivate func wait(_ milliseconds: Int) {
      due = milliseconds < 0 ? nil : .now + min(milliseconds, Self.longest) * 1_000_000
    }

    fileprivate func watch(_ socket: Int32, _ what: Int32) {
      var interest: Readiness.Interest = []
      if what == CURL_POLL_IN || what == CURL_POLL_INOUT { interest.insert(.reading) }
      if what == CURL_POLL_OUT || what == CURL_POLL_INOUT { interest.insert(.writing) }
      sockets.watch(socket, interest)
    }
  }

  private func engine(_ pointer: UnsafeMutableRawPointer?) -> CurlEngine? {
    pointer.map { Unmanaged<CurlEngine>.fromOpaque($0).takeUnretainedValue() }
  }

  private func watchSocket(
    _ handle: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _ what: Int32,
    _ owner: UnsafeMutableRawPointer?, _ mark: UnsafeMutableRawPointer?
  ) -> Int32 {
    engine(owner)?.watch(socket, what)
    return 0
  }

  private func setTimer(
    _ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ owner: UnsafeMutableRawPointer?
  ) -> Int32 {
    engine(owner)?.wait(milliseconds)
    return 0
  }
#endif
