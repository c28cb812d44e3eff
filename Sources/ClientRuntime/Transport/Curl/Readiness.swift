#if os(Linux)
  import CCurl
  import Glibc

  /// Which sockets and which moment are waited for.
  ///
  /// What is waited for may be changed by another thread than the one that waits, which does not
  /// have to be woken for it.
  final class Readiness: Sendable {
    /// What has come.
    enum Event {
      /// Of a socket, what libcurl calls `CURL_CSELECT_IN` and `CURL_CSELECT_OUT`.
      case socket(Int32, Int32)
      case timer
    }

    private let queue = ccurl_queue()
    private let timer = ccurl_timer_new()

    init?() {
      guard queue >= 0, timer >= 0, ccurl_watch(queue, timer, 1, 0, 1) == 0 else { return nil }
    }

    deinit {
      if queue >= 0 { close(queue) }
      if timer >= 0 { close(timer) }
    }

    /// Waits for a socket from now on, or for something else of it, or no more.
    func watch(_ socket: Int32, reading: Bool, writing: Bool, isNew: Bool) {
      if isNew, !reading, !writing { return }
      _ = ccurl_watch(queue, socket, reading ? 1 : 0, writing ? 1 : 0, isNew ? 1 : 0)
    }

    /// Waits for a moment some time from now.
    func setTimer(_ delay: Duration) {
      let (seconds, attoseconds) = max(delay, .nanoseconds(1)).components
      ccurl_timer_set(timer, Int(seconds), Int(attoseconds / 1_000_000_000))
    }

    /// Waits until something comes, at most so many milliseconds.
    func wait(_ milliseconds: Int32) -> [Event] {
      withUnsafeTemporaryAllocation(of: ccurl_event.self, capacity: 64) { events in
        let count = ccurl_wait(queue, events.baseAddress, Int32(events.count), milliseconds)
        return events.prefix(Int(max(0, count))).map { event in
          guard event.descriptor == timer else { return .socket(event.descriptor, event.mask) }
          ccurl_timer_clear(timer)
          return .timer
        }
      }
    }
  }
#endif
