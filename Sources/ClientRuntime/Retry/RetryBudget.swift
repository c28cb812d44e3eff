import Synchronization

/// Keeps many failing calls from becoming a storm: repetitions cost, successes pay back.
final class RetryBudget: Sendable {
  static let capacity = 500
  private let left = Mutex(RetryBudget.capacity)

  /// What is left.
  var balance: Int { left.withLock { $0 } }

  /// Takes the price of a repetition, when there is enough.
  func spend(afterTimeout: Bool) -> Bool {
    let price = afterTimeout ? 10 : 5
    return left.withLock { left in
      guard left >= price else { return false }
      left -= price
      return true
    }
  }

  /// Pays back for a success.
  func earn() {
    left.withLock { $0 = min(Self.capacity, $0 + 1) }
  }
}
