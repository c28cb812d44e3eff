import Synchronization

/// Counts across threads; a task can wait for a number without polling.
final class Counter: Sendable {
  private struct State {
    var value = 0
    var waiters: [(goal: Int, waiter: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  var value: Int { state.withLock { $0.value } }

  func add(_ amount: Int) {
    let ready = state.withLock { state in
      state.value += amount
      let ready = state.waiters.filter { $0.goal <= state.value }
      state.waiters.removeAll { $0.goal <= state.value }
      return ready
    }
    for entry in ready { entry.waiter.resume() }
  }

  func wait(for goal: Int) async {
    await withCheckedContinuation { waiter in
      let isReached = state.withLock { state in
        if state.value < goal { state.waiters.append((goal, waiter)) }
        return state.value >= goal
      }
      if isReached { waiter.resume() }
    }
  }
}
