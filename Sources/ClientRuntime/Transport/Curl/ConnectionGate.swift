#if os(Linux)
  /// Keeps calls to one server back while the first of them makes a connection that they may share:
  /// each would make its own otherwise, as nothing is known of the protocol before.
  struct ConnectionGate {
    private struct Queue {
      var leader: CurlTransfer
      var since = Tick.now
      var waiting: [CurlTransfer] = []
    }

    /// How many nanoseconds a call is kept back at most; a connection of its own may be quicker then.
    private static let patience = 1_000_000_000
    private static let mostKnown = 1000

    private var queues: [String: Queue] = [:]
    /// The servers where each exchange takes a connection to itself.
    private var unshared: Set<String> = []

    /// Whether a transfer may begin now; otherwise it is given out later.
    mutating func admits(_ transfer: CurlTransfer) -> Bool {
      guard let origin = transfer.sharedOrigin, !unshared.contains(origin) else { return true }
      if queues[origin] == nil {
        queues[origin] = Queue(leader: transfer)
        return true
      }
      queues[origin]?.waiting.append(transfer)
      return false
    }

    /// The transfers that were kept back and may begin: those ahead of them are on their connections,
    /// or have given up, or take too long.
    mutating func admitted(_ now: Tick) -> [CurlTransfer] {
      if queues.isEmpty { return [] }
      var admitted: [CurlTransfer] = []
      for (origin, queue) in queues {
        guard queue.leader.hasSentRequest || now - queue.since > Self.patience else { continue }
        queues[origin] = nil
        for transfer in queue.waiting { transfer.delay = .nanoseconds(now - queue.since) }
        admitted += queue.waiting
      }
      return admitted
    }

    /// Remembers the servers of which nothing is to be gained.
    mutating func learn(from transfer: CurlTransfer) {
      guard transfer.isShared == false, let origin = transfer.sharedOrigin else { return }
      if unshared.count >= Self.mostKnown { unshared = [] }
      unshared.insert(origin)
    }
  }
#endif
