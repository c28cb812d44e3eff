import ClientRuntime
import Foundation

/// Looks for a task by the id that the caller gave it.
struct TaskSearch {
  let studio: VideoStudio
  let intent: CreateIntent

  /// The task, or `nil` when the vendor does not know it, or cannot be asked.
  ///
  /// A cancelled caller asks without waiting in between, so that what is there is found all the same.
  func run(_ waits: [Duration]) async -> TaskState? {
    guard let externalID = intent.externalID, studio.api.traits.lookup != .none else { return nil }
    for wait in [.zero] + waits {
      if wait > .zero { try? await studio.options.environment.sleep(wait) }
      if let state = await Task(operation: { await ask(externalID) }).value { return state }
    }
    return nil
  }

  /// Asks once; whatever is not certainly the task is none.
  private func ask(_ externalID: String) async -> TaskState? {
    guard let answer = try? await studio.api.query(externalID),
      (200..<300).contains(answer.status), let state = answer.state, let id = state.taskID
    else { return nil }
    if let known = state.externalID { return known == externalID ? state : nil }
    // Without the external id in it the answer must at least be a task with an id of its own.
    return id == externalID || studio.api.traits.lookup != .sure ? nil : state
  }
}
