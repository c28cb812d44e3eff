import ClientRuntime
import Foundation
import Synchronization

/// The places of one account for tasks that are being made, and the pace at which they are begun.
///
/// Whoever asks first is served first. When the vendor says that there is too much, fewer are begun
/// at once and more slowly, until it accepts again.
final class AccountSlots: Sendable {
  private struct Waiter {
    var id: UInt64
    var continuation: CheckedContinuation<Bool, Never>
  }

  private struct State {
    /// How many the caller allows at once.
    var limit: Int
    /// How many the vendor seems to allow at once.
    var allowance = Int.max
    var inUse = 0
    var waiters: [Waiter] = []
    var lastID: UInt64 = 0
    /// When the next create may begin, by the clock that only moves forward.
    var notBefore = Duration.zero
    var spacing = Duration.zero
    var refusals = 0

    var isFull: Bool { inUse >= min(limit, allowance) }
  }

  private let state: Mutex<State>

  init(limit: Int?) { state = Mutex(State(limit: limit ?? .max)) }

  /// How many places are taken, and how many wait for one.
  var load: (inUse: Int, waiting: Int) { state.withLock { ($0.inUse, $0.waiters.count) } }

  /// Allows fewer or more tasks at once; those that are there stay.
  func setLimit(_ limit: Int) {
    wake { $0.limit = max(1, limit) }
  }

  /// Waits for a place.
  func take() async throws(CancellationError) -> SlotLease {
    let id = state.withLock { state -> UInt64? in
      if !state.isFull, state.waiters.isEmpty {
        state.inUse += 1
        return nil
      }
      state.lastID += 1
      return state.lastID
    }
    if let id, await !wait(id) { throw CancellationError() }
    let lease = SlotLease(self)
    if Task.isCancelled { throw CancellationError() }
    return lease
  }

  /// Takes a place for a task that is there already, also above the limit.
  func occupy() -> SlotLease {
    state.withLock { $0.inUse += 1 }
    return SlotLease(self)
  }

  private func wait(_ id: UInt64) async -> Bool {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer = state.withLock { state -> Bool? in
          if Task.isCancelled { return false }
          if !state.isFull, state.waiters.isEmpty {
            state.inUse += 1
            return true
          }
          state.waiters.append(Waiter(id: id, continuation: continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
      }
      waiter?.continuation.resume(returning: false)
    }
  }

  fileprivate func release() {
    wake { $0.inUse -= 1 }
  }

  /// Changes the books and lets in as many as there is room for.
  private func wake(_ change: (inout State) -> Void) {
    let next = state.withLock { state in
      change(&state)
      var next: [Waiter] = []
      while !state.isFull, !state.waiters.isEmpty {
        state.inUse += 1
        next.append(state.waiters.removeFirst())
      }
      return next
    }
    for waiter in next { waiter.continuation.resume(returning: true) }
  }

  // MARK: The pace

  /// The wait before the next create; asking for it makes the one after it wait longer.
  func delay(now: Duration) -> Duration {
    state.withLock { state in
      let begin = max(now, state.notBefore)
      state.notBefore = begin + state.spacing
      return begin - now
    }
  }

  /// The vendor wants less.
  func slowDown(_ throttle: Throttle, now: Duration, retryAfter: Duration?) {
    state.withLock { state in
      let doubled = 1 << min(state.refusals, 4)
      state.refusals += 1
      state.spacing = min(max(state.spacing * 2, .seconds(1)), .seconds(30))
      if throttle == .concurrency { state.allowance = max(1, state.inUse - 1) }
      let pause: Duration =
        switch throttle {
        case .rate: min(.seconds(2 * doubled), .seconds(60))
        case .concurrency: min(.seconds(30 * doubled), .seconds(120))
        }
      state.notBefore = max(state.notBefore, now + max(pause, retryAfter ?? .zero))
    }
  }

  /// The vendor accepted a create, so that a little more may be tried.
  func accepted() {
    wake { state in
      state.refusals = 0
      state.spacing = state.spacing / 2 < .milliseconds(100) ? .zero : state.spacing / 2
      if state.allowance != .max { state.allowance += 1 }
    }
  }
}

/// A place that is held until the task is over, or nobody follows it any longer.
final class SlotLease: Sendable {
  private let slots: AccountSlots
  private let isHeld = Mutex(true)

  fileprivate init(_ slots: AccountSlots) { self.slots = slots }

  deinit { release() }

  /// Gives the place back; a second time does nothing.
  func release() {
    let wasHeld = isHeld.withLock { isHeld in
      defer { isHeld = false }
      return isHeld
    }
    if wasHeld { slots.release() }
  }
}
