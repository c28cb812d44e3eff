import Synchronization

/// Holds a transfer back while its reader has enough.
///
/// The transfer and its reader ask from threads of their own, and the system counts: a task that was
/// suspended twice needs two resumptions, and one that is suspended too late gets none.
struct Brake: ~Copyable, Sendable {
  private let isOn = Mutex(false)

  /// Holds the transfer back, unless it is or its reader has taken everything meanwhile.
  func pull(while isWanted: () -> Bool, _ suspend: () -> Void) {
    isOn.withLock { isOn in
      guard !isOn, isWanted() else { return }
      suspend()
      isOn = true
    }
  }

  /// Lets the transfer go on, if it is held back.
  func release(_ resume: () -> Void) {
    isOn.withLock { isOn in
      if isOn { resume() }
      isOn = false
    }
  }
}
