import Dispatch
import Testing

/// Runs the tests of a suite that compute for long on a thread of their own, one after the other.
///
/// All tests share the few threads that also wake who waits for a server, a timer or a process;
/// tests that hold all of them for a minute let those time out.
struct Computing: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(ComputingThread.shared, operation: body)
  }
}

extension Trait where Self == Computing {
  static var computing: Self { Self() }
}

private final class ComputingThread: TaskExecutor {
  static let shared = ComputingThread()
  private let queue = DispatchQueue(label: "computing tests")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
