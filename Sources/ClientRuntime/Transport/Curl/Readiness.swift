#if os(Linux)
  import CCurl
  import Foundation

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

    /// What a socket is waited for to be ready for.
    struct Interest: OptionSet {
      let rawValue: Int32

      static let reading = Interest(rawValue: 1)
      static let writing = Interest(rawValue: 2)
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
    func watch(_ socket: Int32, _ interest: Interest, isNew: Bool) {
      if isNew, interest.isEmpty { return }
      _ = ccurl_watch(
        queue, socket, interest.contains(.reading) ? 1 : 0, interest.contains(.writing) ? 1 : 0,
        isNew ? 1 : 0)
    }

    /// Waits for a moment some nanoseconds from now.
    func setTimer(_ delay: Int) {
      let (seconds, nanoseconds) = max(delay, 1).quotientAndRemainder(dividingBy: 1_000_000_000)
      ccurl_timer_set(timer, seconds, nanoseconds)
    }

    /// Waits until something comes, at most so many milliseconds.
    func wait(_ milliseconds: Int32, _ events: inout [Event]) {
      events.removeAll(keepingCapacity: true)
      withUnsafeTemporaryAllocation(of: ccurl_event.self, capacity: 64) { found in
        let count = ccurl_wait(queue, found.baseAddress, Int32(found.count), milliseconds)
        for event in found.prefix(Int(max(0, count))) {
          if event.descriptor == timer {
            ccurl_timer_clear(timer)
            events.append(.timer)
          } else {
            events.append(.socket(event.descriptor, event.mask))
          }
        }
      }
    }
  }
#endif
