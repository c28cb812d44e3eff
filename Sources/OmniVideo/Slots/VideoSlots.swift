import Synchronization

/// How many videos each account has in the making; share one value among all studios of a process.
public final class VideoSlots: Sendable {
  /// The one that studios share unless they are given another.
  public static let shared = VideoSlots()

  private let limit: Int?
  private let accounts = Mutex<[String: AccountSlots]>([:])

  /// Allows each account at most `limit` tasks at once; `nil` leaves it to the vendor to refuse.
  public init(limit: Int? = nil) { self.limit = limit }

  /// Allows one account more or fewer tasks at once than the others.
  public func setLimit(_ limit: Int, for provider: VideoProvider) {
    account(of: provider).setLimit(limit)
  }

  /// How many tasks of an account are being made, and how many wait to begin.
  public func load(of provider: VideoProvider) -> (inUse: Int, waiting: Int) {
    account(of: provider).load
  }

  func account(of provider: VideoProvider) -> AccountSlots {
    let key = "\(provider.id) \(provider.baseURL) \(provider.account)"
    return accounts.withLock { accounts in
      if let slots = accounts[key] { return slots }
      let slots = AccountSlots(limit: limit)
      accounts[key] = slots
      return slots
    }
  }
}
