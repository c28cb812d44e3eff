#if os(Linux)
  import CCurl
  import Foundation
  import Synchronization

  /// The thread that moves the bytes of all transfers.
  ///
  /// Other threads only put commands into its inbox, so each handle has one owner.
  final class CurlLoop: Sendable {
    enum Command: Sendable {
      case start(CurlTransfer)
      case resume(CurlTransfer)
      case cancel(CurlTransfer)
    }

    private struct Inbox {
      var commands: [Command] = []
      var isRunning = false
      /// Whether the thread looks at the inbox only when it is woken.
      var isPolling = false
    }

    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let inbox = Mutex(Inbox())
    // libcurl allows `curl_multi_wakeup` from any thread; everything else happens on the loop's.
    nonisolated(unsafe) private let multi: UnsafeMutableRawPointer?

    let configuration: CurlConfiguration
    /// Touched by the loop's thread alone.
    let handles = CurlHandles()

    init(_ configuration: CurlConfiguration) {
      self.configuration = configuration
      multi = Self.isReady ? curl_multi_init() : nil
      if let multi {
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, configuration.keptConnections)
      }
    }

    deinit {
      // The thread holds the loop while a transfer is on its way, so there is none left.
      handles.close()
      if let multi { curl_multi_cleanup(multi) }
    }

    /// Hands a command over; the thread is started when it is wanted.
    func post(_ command: Command) {
      let (mustStart, mustWake) = inbox.withLock { inbox in
        inbox.commands.append(command)
        defer { (inbox.isRunning, inbox.isPolling) = (true, false) }
        return (!inbox.isRunning, inbox.isPolling)
      }
      if mustStart {
        Thread.detachNewThread { [self] in run() }
      } else if mustWake, let multi {
        curl_multi_wakeup(multi)
      }
    }

    private func run() {
      var active: [UnsafeMutableRawPointer: CurlTransfer] = [:]
      var lastSweep = ContinuousClock.now
      while true {
        obey(&active)
        if active.isEmpty {
          // Calls tend to come in rows, and a thread costs more than a call.
          poll(3000)
          if rest() { return }
          continue
        }
        guard let multi else { continue }
        var running: Int32 = 0
        curl_multi_perform(multi, &running)
        collect(multi, &active)
        for transfer in active.values where transfer.heldHead != nil { transfer.giveHead() }
        let now = ContinuousClock.now
        if now - lastSweep > .milliseconds(50) {
          lastSweep = now
          for transfer in active.values where transfer.isSilent(at: now) {
            close(transfer, &active, TransportError.silent(transfer))
          }
        }
        if !active.isEmpty { poll(100) }
      }
    }

    /// Waits for bytes or commands, but not when commands have come already.
    private func poll(_ milliseconds: Int32) {
      let mayWait = inbox.withLock { inbox in
        inbox.isPolling = inbox.commands.isEmpty
        return inbox.isPolling
      }
      guard mayWait, let multi else { return }
      curl_multi_poll(multi, nil, 0, milliseconds, nil)
      inbox.withLock { $0.isPolling = false }
    }

    /// Ends the thread when nothing is left to do; the next command starts another.
    private func rest() -> Bool {
      inbox.withLock { inbox in
        guard inbox.commands.isEmpty else { return false }
        inbox.isRunning = false
        return true
      }
    }

    private func obey(_ active: inout [UnsafeMutableRawPointer: CurlTransfer]) {
      let commands = inbox.withLock { inbox in
        defer { inbox.commands.removeAll(keepingCapacity: true) }
        return inbox.commands
      }
      for command in commands {
        switch command {
        case .start(let transfer): start(transfer, &active)
        case .resume(let transfer):
          if let handle = transfer.handle { curl_easy_pause(handle, CURLPAUSE_CONT) }
        case .cancel(let transfer):
          close(transfer, &active, TransportError(.cancelled, mayHaveArrived: true))
        }
      }
    }

    private func start(
      _ transfer: CurlTransfer, _ active: inout [UnsafeMutableRawPointer: CurlTransfer]
    ) {
      // A task may be cancelled before its transfer begins.
      if transfer.incoming.isEnded { return transfer.dispose() }
      guard let multi, let handle = transfer.open() else {
        transfer.incoming.end(
          TransportError(.other, mayHaveArrived: false, detail: "libcurl is not to be had"))
        return transfer.dispose()
      }
      if transfer.incoming.isEnded { return transfer.dispose() }
      active[handle] = transfer
      curl_multi_add_handle(multi, handle)
    }

    /// Takes the finished transfers out.
    private func collect(
      _ multi: UnsafeMutableRawPointer,
      _ active: inout [UnsafeMutableRawPointer: CurlTransfer]
    ) {
      var left: Int32 = 0
      while let message = curl_multi_info_read(multi, &left) {
        guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
          let transfer = active[handle]
        else { continue }
        let code = ccurl_message_result(message)
        close(transfer, &active, code == CURLE_OK ? nil : transfer.failure(code))
      }
    }

    private func close(
      _ transfer: CurlTransfer, _ active: inout [UnsafeMutableRawPointer: CurlTransfer],
      _ error: TransportError?
    ) {
      if let handle = transfer.handle {
        if let multi { curl_multi_remove_handle(multi, handle) }
        active[handle] = nil
        transfer.dispose()
      }
      transfer.end(error)
    }
  }
#endif
