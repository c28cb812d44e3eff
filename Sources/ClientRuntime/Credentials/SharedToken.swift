import Foundation
import Synchronization

/// A token from elsewhere, kept for as long as it lasts and fetched once for all who want it.
final class SharedToken: Sendable {
  struct Issued: Sendable {
    var text: String
    /// Until when it is sent; `nil` until a server refuses it.
    var expires: Date?

    /// A token with a lifetime that began at a moment, given up a little before its end.
    init(_ text: String, from moment: Date, lifetime: Double?) {
      self.text = text
      expires = lifetime.map { moment + $0 - min(60, $0 / 10) }
    }
  }

  typealias Fetch = @Sendable (HTTPClient) async throws -> Issued
  private typealias Waiter = CheckedContinuation<Result<String, any Error>, Never>

  private struct State {
    var issued: Issued?
    var waiters: [Int: Waiter] = [:]
    var lastID = 0
    var isFetching = false
  }

  private enum Entry {
    case ready(String)
    case cancelled
    case fetches
    case joins
  }

  private let fetch: Fetch
  private let state = Mutex(State())

  init(_ fetch: @escaping Fetch) { self.fetch = fetch }

  /// The token to send now; a caller that is cancelled leaves, the others still get theirs.
  func text(for client: HTTPClient) async throws -> String {
    let now = client.options.environment.now()
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiter: Waiter) in
        switch enter(waiter, id, now) {
        case .ready(let text): waiter.resume(returning: .success(text))
        case .cancelled: waiter.resume(returning: .failure(CancellationError()))
        case .fetches: Task { await settle(Result.of { try await self.fetch(client) }) }
        case .joins: break
        }
      }
    } onCancel: {
      let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
      waiter?.resume(returning: .failure(CancellationError()))
    }
    return try result.get()
  }

  /// Drops a token that a server refused, unless another has taken its place already.
  func forget(_ text: String) {
    state.withLock { state in
      if state.issued?.text == text { state.issued = nil }
    }
  }

  private func enter(_ waiter: Waiter, _ id: Int, _ now: Date) -> Entry {
    state.withLock { state in
      if let issued = state.issued, issued.expires.map({ now < $0 }) ?? true {
        return .ready(issued.text)
      }
      if Task.isCancelled { return .cancelled }
      state.waiters[id] = waiter
      defer { state.isFetching = true }
      return state.isFetching ? .joins : .fetches
    }
  }

  private func settle(_ result: Result<Issued, any Error>) {
    let waiters = state.withLock { state in
      state.isFetching = false
      state.issued = try? result.get()
      defer { state.waiters = [:] }
      return state.waiters.values
    }
    for waiter in waiters { waiter.resume(returning: result.map(\.text)) }
  }
}

extension Result where Failure == any Error {
  fileprivate static func of(
    _ body: @Sendable () async throws -> Success
  ) async -> Self where Success: Sendable {
    do {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }
}
