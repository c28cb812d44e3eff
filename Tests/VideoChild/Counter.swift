import Synchronization

/// Counts down.
final class Counter: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  func next() -> Int {
    left.withLock { left in
      left -= 1
      return left
    }
  }
}
