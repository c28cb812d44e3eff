import Synchronization

/// Wakes any number of waiting tasks by one timer, the next one due.
public final class Timetable: Sendable {
  private typealias Waiter = CheckedContinuation<Bool, Never>

  private struct Entry {
    var due: Duration
    var id: UInt64
  }

  private struct State {
    /// A heap, earliest first; those who left early are dropped when their turn comes.
    var entries: [Entry] = []
    var waiters: [UInt64: Waiter] = [:]
    var lastID: UInt64 = 0
    var timer: Task<Void, Never>?
    /// When the timer fires.
    var armed: Duration?
  }

  /// What the timer sleeps at most before it looks again: the system's own sleep ends the process
  /// when it is asked for hundreds of years.
  private static let longestSleep = Duration.seconds(86_400)

  private let uptime: @Sendable () -> Duration
  private let sleep: @Sendable (Duration) async throws -> Void
  private let state = Mutex(State())

  /// The one that all clients share.
  public static let shared = Timetable(
    uptime: { RuntimeEnvironment.systemUptime() }, sleep: { try await Task.sleep(for: $0) })

  /// Makes one on a clock; `sleep` must end early when its task is cancelled.
  public init(
    uptime: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.uptime = uptime
    self.sleep = sleep
  }

  /// How many waits it remembers, those of tasks among them that left early.
  var remembered: Int { state.withLock { $0.entries.count } }

  /// How many tasks wait.
  public var waiting: Int { state.withLock { $0.waiters.count } }

  /// Waits, and throws at once when the task is cancelled.
  public func wait(_ delay: Duration) async throws(CancellationError) {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    let wasWoken = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiter: Waiter) in
        // A cancellation that came before this is seen here; a later one finds the waiter.
        if !enter(waiter, id, due: uptime() + delay) { waiter.resume(returning: false) }
      }
    } onCancel: {
      leave(id)
    }
    if !wasWoken { throw CancellationError() }
  }

  private func enter(_ waiter: Waiter, _ id: UInt64, due: Duration) -> Bool {
    state.withLock { state in
      if Task.isCancelled { return false }
      state.waiters[id] = waiter
      Self.push(&state.entries, Entry(due: due, id: id))
      arm(&state)
      return true
    }
  }

  private func leave(_ id: UInt64) {
    let waiter = state.withLock { state in
      let waiter = state.waiters.removeValue(forKey: id)
      if state.entries.count > 64 + 2 * state.waiters.count {
        state.entries = state.entries.filter { state.waiters[$0.id] != nil }
          .sorted { $0.due < $1.due }
      }
      if state.waiters.isEmpty { arm(&state) }
      return waiter
    }
    waiter?.resume(returning: false)
  }

  /// Sets the timer to the earliest entry.
  private func arm(_ state: inout State) {
    guard !state.waiters.isEmpty, let next = state.entries.first?.due else {
      state.timer?.cancel()
      (state.timer, state.armed, state.entries) = (nil, nil, [])
      return
    }
    if let armed = state.armed, armed <= next { return }
    state.timer?.cancel()
    state.armed = next
    state.timer = Task { [weak self] in
      guard let self else { return }
      let delay = next - uptime()
      if delay > .zero { try? await sleep(min(delay, Self.longestSleep)) }
      if !Task.isCancelled { fire() }
    }
  }

  private func fire() {
    let now = uptime()
    let woken = state.withLock { state in
      (state.timer, state.armed) = (nil, nil)
      var woken: [Waiter] = []
      while let next = state.entries.first, next.due <= now {
        Self.pop(&state.entries)
        if let waiter = state.waiters.removeValue(forKey: next.id) { woken.append(waiter) }
      }
      arm(&state)
      return woken
    }
    for waiter in woken { waiter.resume(returning: true) }
  }
}

extension Timetable {
  private static func push(_ heap: inout [Entry], _ entry: Entry) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, heap[child].due < heap[(child - 1) / 2].due {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private static func pop(_ heap: inout [Entry]) {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let least = children.min(by: { heap[$0].due < heap[$1].due }),
        heap[least].due < heap[parent].due
      else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
