#if DEBUG
  /// Somebody who waits for a value; a debug build finds out when nobody or two answer.
  typealias Waiter<Value> = CheckedContinuation<Value, Never>
#else
  /// Somebody who waits for a value, without the memory and the checks of every call's waiting.
  typealias Waiter<Value> = UnsafeContinuation<Value, Never>
#endif

/// Waits for the value that a waiter is given.
@inline(__always)
func withWaiter<Value: Sendable>(_ enter: (Waiter<Value>) -> Void) async -> Value {
  #if DEBUG
    await withCheckedContinuation(enter)
  #else
    await withUnsafeContinuation(enter)
  #endif
}
