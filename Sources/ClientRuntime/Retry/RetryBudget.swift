import Foundation
import Synchronization

/// The budgets of the hosts that a client talks to.
final class RetryBudgets: Sendable {
  private struct Known {
    var hosts: [String: RetryBudget] = [:]
    /// The beginning of the last address, up to its host's end, and the budget of that host: most
    /// clients talk to one, and to take an address apart costs more than to compare it.
    var last: (origin: String, budget: RetryBudget)?
  }

  private static let most = 1000
  private let known = Mutex(Known())

  /// The budget of the host in an address.
  func budget(for url: String) -> RetryBudget {
    known.withLock { known in
      if let last = known.last, Self.begins(url, with: last.origin) { return last.budget }
      let budget = Self.budget(of: Self.host(url), &known.hosts)
      known.last = (Self.origin(url), budget)
      return budget
    }
  }

  private static func budget(
    of host: String, _ hosts: inout [String: RetryBudget]
  ) -> RetryBudget {
    if let known = hosts[host] { return known }
    // A client that meets ever new hosts must not keep them all.
    if hosts.count >= most { hosts.removeAll() }
    let fresh = RetryBudget()
    hosts[host] = fresh
    return fresh
  }

  /// Whether an address has this origin, in the same letters.
  private static func begins(_ url: String, with origin: String) -> Bool {
    url.withBytes { url in
      origin.withBytes { origin in
        guard url.count >= origin.count else { return false }
        for place in 0..<origin.count where url[place] != origin[place] { return false }
        return url.count == origin.count || endsHost(url[origin.count])
      }
    }
  }

  private static func endsHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// The beginning of an address, up to its host's end.
  private static func origin(_ url: String) -> String {
    let bytes = url.utf8
    return String(url[..<(bytes[start(bytes)...].firstIndex(where: endsHost) ?? bytes.endIndex)])
  }

  private static func host(_ url: String) -> String {
    let origin = origin(url)
    return origin[start(origin.utf8)...].lowercased()
  }

  /// Where the host begins.
  private static func start(_ url: String.UTF8View) -> String.Index {
    guard let colon = url.firstIndex(of: UInt8(ascii: ":")),
      url[colon...].starts(with: "://".utf8)
    else { return url.startIndex }
    return url.index(colon, offsetBy: 3)
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
