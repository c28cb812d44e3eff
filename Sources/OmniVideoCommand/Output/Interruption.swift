import Dispatch
import Foundation
import Synchronization

/// Ctrl-C: the first lets the command say what can be resumed, the second ends it at once.
final class Interruption: Sendable {
  private let work = Mutex<Task<ExitCode, Never>?>(nil)
  private let count = Atomic<Int>(0)

  /// Does the work; an interruption cancels it.
  func watch(_ operation: @escaping @Sendable () async -> ExitCode) async -> ExitCode {
    let task = Task { await operation() }
    work.withLock { $0 = task }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in self?.happen() }
      source.resume()
      return source
    }
    let code = await task.value
    for source in sources { source.cancel() }
    return code
  }

  private func happen() {
    if count.add(1, ordering: .relaxed).newValue > 1 { _exit(ExitCode.interrupted.rawValue) }
    work.withLock { $0?.cancel() }
  }
}
