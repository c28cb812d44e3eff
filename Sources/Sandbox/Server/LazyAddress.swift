import Foundation
import Synchronization

/// An address that is known a moment later; whoever needs it before waits.
final class LazyAddress: Sendable {
  private let value = Mutex<String?>(nil)
  private let isKnown = DispatchSemaphore(value: 0)

  func set(_ address: String) {
    value.withLock { $0 = address }
    isKnown.signal()
  }

  var text: String {
    if let known = value.withLock({ $0 }) { return known }
    isKnown.wait()
    isKnown.signal()
    return value.withLock { $0 ?? "" }
  }
}
