#if os(Linux)
  import Foundation
  import Synchronization

  /// Lets whoever has something to do for the transfers do it, one at a time.
  ///
  /// A caller starts its transfer itself when nobody else is at work, which spares waking another
  /// thread; otherwise the one at work does it. A thread of its own waits for what comes back.
  final class CurlLoop: Sendable {
    enum Command: Sendable {
      case start(CurlTransfer)
      case resume(CurlTransfer)
      case cancel(CurlTransfer)
    }

    private struct Inbox {
      var commands: [Command] = []
      var isRunning = false
    }

    /// How long the thread stays when there is nothing to do: calls tend to come in rows, and a
    /// thread costs more than a call.
    private static let patience: Int32 = 3000

    let configuration: CurlConfiguration
    private let inbox = Mutex(Inbox())
    private let turn = TurnLock()
    // Touched only by whose turn it is, and by the end of the loop, when nobody is left to have one;
    // `readiness` of it may be waited for without a turn, as the system lets all threads use it.
    nonisolated(unsafe) private let engine: CurlEngine?

    init(_ configuration: CurlConfiguration) {
      self.configuration = configuration
      engine = CurlEngine(configuration)
    }

    deinit { engine?.close() }

    /// Does a command, or hands it over to whoever has the turn; the thread is started when it is
    /// wanted.
    func post(_ command: Command) {
      if turn.tryLock() {
        work([], command)
        if engine?.isIdle == false { startThread() }
        turn.unlock()
      } else {
        inbox.withLock { $0.commands.append(command) }
        startThread()
      }
      obey()
    }

    private func startThread() {
      let mustStart = inbox.withLock { inbox in
        defer { inbox.isRunning = true }
        return !inbox.isRunning
      }
      if mustStart { Thread.detachNewThread { [self] in run() } }
    }

    /// Takes turns until the inbox is empty; whoever has the turn looks again after giving it up, so
    /// that no command is left lying.
    private func obey() {
      while inbox.withLock({ !$0.commands.isEmpty }), turn.tryLock() {
        work([])
        turn.unlock()
      }
    }

    private func run() {
      // One list for all that comes: making one for each answer costs a trip to the memory.
      var events: [Readiness.Event] = []
      repeat {
        obey()
        engine?.readiness.wait(Self.patience, &events)
        if !events.isEmpty {
          turn.lock()
          work(events)
          turn.unlock()
        }
      } while !events.isEmpty || !rest()
      // A command may have come while `rest` still had the turn.
      obey()
    }

    /// Does what has come, with the turn in hand.
    private func work(_ events: [Readiness.Event], _ command: Command? = nil) {
      let commands = inbox.withLock { inbox in
        defer { inbox.commands = [] }
        return inbox.commands
      }
      if let engine { return engine.work(commands, command, events) }
      for case .start(let transfer) in commands { transfer.fail() }
      if case .start(let transfer)? = command { transfer.fail() }
    }

    /// Ends the thread when nothing is left to do; the next command starts another.
    private func rest() -> Bool {
      turn.lock()
      defer { turn.unlock() }
      let isIdle = engine?.isIdle ?? true
      return inbox.withLock { inbox in
        guard isIdle, inbox.commands.isEmpty else { return false }
        inbox.isRunning = false
        return true
      }
    }
  }
#endif
