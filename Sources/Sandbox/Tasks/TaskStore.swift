import ClientRuntime
import Foundation
import Synchronization

/// Every task of a sandbox, in the order of their creation.
final class TaskStore: Sendable {
  private struct Contents {
    var tasks: [SandboxTask] = []
    var positions: [String: Int] = [:]
  }

  private let contents = Mutex(Contents())
  let options: SandboxOptions
  /// How often a key was shown where none belongs.
  let leaks = Atomic<Int>(0)

  init(_ options: SandboxOptions) { self.options = options }

  var ledger: [LedgerEntry] { contents.withLock { $0.tasks.map(\.entry) } }

  /// Takes a task, unless its account has as many as it may have.
  func add(_ make: (Int) -> SandboxTask) -> SandboxTask? {
    contents.withLock { contents in
      let task = make(contents.tasks.count + 1)
      if let slots = options.slots {
        let busy = contents.tasks.count {
          Self.isSame($0, task) && !$0.progress(options).stage.hasEnded
        }
        if busy >= slots { return nil }
      }
      contents.positions[task.entry.taskID] = contents.tasks.count
      contents.tasks.append(task)
      return task
    }
  }

  /// The task by its id, or the last by its external id; each asking counts.
  func ask(_ id: String, vendor: SandboxVendor, key: String?, byExternalID: Bool) -> SandboxTask? {
    contents.withLock { contents in
      let found =
        contents.positions[id]
        ?? (byExternalID ? contents.tasks.lastIndex { $0.entry.externalID == id } : nil)
      guard let found, contents.tasks[found].entry.vendor == vendor,
        key == nil || contents.tasks[found].key == key
      else { return nil }
      contents.tasks[found].polls += 1
      return contents.tasks[found]
    }
  }

  /// A task without asking for it.
  func peek(_ id: String) -> SandboxTask? {
    contents.withLock { contents in contents.positions[id].map { contents.tasks[$0] } }
  }

  /// An account's tasks, the newest first.
  func list(vendor: SandboxVendor, key: String) -> [SandboxTask] {
    contents.withLock { $0.tasks.filter { $0.entry.vendor == vendor && $0.key == key }.reversed() }
  }

  /// Whether a stage is news to the callback; it is told of each stage once.
  func isNews(_ stage: Stage, of id: String) -> Bool {
    contents.withLock { contents in
      guard let position = contents.positions[id], contents.tasks[position].told < stage else {
        return false
      }
      contents.tasks[position].told = stage
      return true
    }
  }

  private static func isSame(_ one: SandboxTask, _ other: SandboxTask) -> Bool {
    one.entry.vendor == other.entry.vendor && one.key == other.key
  }
}
