#if os(Linux)
  /// The transfers whose headers are there and not given out yet, so that nobody looks at all of the
  /// others for them.
  ///
  /// Used by one thread at a time.
  final class HeldHeads {
    private var transfers: [CurlTransfer] = []

    func add(_ transfer: CurlTransfer) { transfers.append(transfer) }

    /// Gives out what may be given out now; the rest stays.
    func giveOut(isSweep: Bool) {
      if transfers.isEmpty { return }
      transfers.removeAll { $0.hasGivenHead(isSweep: isSweep) }
    }
  }
#endif
