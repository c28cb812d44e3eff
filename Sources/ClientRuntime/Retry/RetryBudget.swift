import Foundation
import Synchronization

/// The budgets of the hosts that a client talks to.
final class RetryBudgets: Sendable {
  private static let most = 1000
  private let hosts = Mutex<[String: RetryBudget]>([:])

  /// The budget of the host in an address.
  func budget(for url: String) -> RetryBudget {
    let host = Self.host(url)
    return hosts.withLock { hosts in
      if let known = hosts[host] { return known }
      // A client that meets ever new hosts must not keep them all.
      if hosts.count >= Self.most { hosts.removeAll() }
      let fresh = RetryBudget()
      hosts[host] = fresh
      return fresh
    }
  }

  private static func host(_ url: String) -> String {
    // Bytes tell the same as characters here, and this is done for every call.
    let bytes = url.utf8
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    let start = colon.flatMap {
      bytes[$0...].starts(with: "://".utf8) ? bytes.index($0, offsetBy: 3) : nil
    }
    let rest = bytes[(start ?? bytes.startIndex)...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    return String(rest)?.lowercased() ?? url
  }
}

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
