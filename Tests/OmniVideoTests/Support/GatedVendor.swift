import ClientRuntime
import Foundation

/// A door at which one side waits for the other.
actor Gate {
  private var isOpen = false
  private var hasArrived = false
  private var waiters: [CheckedContinuation<Void, Never>] = []
  private var watchers: [CheckedContinuation<Void, Never>] = []

  func pass() async {
    hasArrived = true
    for watcher in watchers { watcher.resume() }
    watchers = []
    if isOpen { return }
    await withCheckedContinuation { waiters.append($0) }
  }

  func reached() async {
    if hasArrived { return }
    await withCheckedContinuation { watchers.append($0) }
  }

  func open() {
    isOpen = true
    for waiter in waiters { waiter.resume() }
    waiters = []
  }
}

/// A vendor whose answer waits at a gate, and does not come to a caller that gave up.
struct GatedVendor: Transport {
  let gate: Gate
  let answer: String

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    await gate.pass()
    if Task.isCancelled { throw TransportError(.cancelled, mayHaveArrived: true) }
    return TransportResponse(
      head: ResponseHead(status: 200), body: ResponseBody(Data(answer.utf8)))
  }
}
