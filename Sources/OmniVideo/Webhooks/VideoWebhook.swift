import ClientRuntime
import Foundation

/// Reads what a vendor sends to your server about its tasks: Kling's callback, which is the bare task,
/// and the gateways' bodies, in whatever shape.
///
/// Calls come more than once and in any order; `TaskState.merged` gives the same in every order. One
/// that is not signed may come from anybody: ask the vendor for the task before you believe it.
public struct VideoWebhook: Sendable {
  /// Checks the signature; `nil` believes everybody.
  public var verifier: WebhookVerifier?

  /// Makes a reader; with a verifier, only signed calls are believed.
  public init(verifier: WebhookVerifier? = nil) { self.verifier = verifier }

  /// Reads a call; `body` must be the bytes as they came.
  public func state(
    _ body: Data, headers: HTTPHeaders = HTTPHeaders()
  ) throws(WebhookError) -> TaskState {
    try verifier?.verify(body, headers: headers)
    guard let raw = try? JSONValue(parsing: body) else {
      throw .undecodable(path: "", reason: "it is not JSON")
    }
    guard let state = AnswerReader(raw).state, state.taskID != nil || state.externalID != nil else {
      throw .undecodable(path: "", reason: "it names no task")
    }
    return state
  }
}

extension VideoStudio {
  /// Takes a webhook's word about a task into the journal, and gives it as an update.
  ///
  /// A create whose answer was lost is found again by the external id.
  public func receive(_ state: TaskState) throws(VideoError) -> VideoUpdate {
    let record = try record(of: state)
    guard let taskID = state.taskID ?? record?.handle?.taskID else {
      throw .unsupported(provider.id, operation: "tell which task a webhook without an id means")
    }
    var handle =
      record?.handle
      ?? VideoHandle(
        provider: provider.id, baseURL: provider.baseURL, route: provider.id.route, taskID: taskID,
        externalID: state.externalID, created: state.created ?? now)
    if let record, record.handle == nil {
      handle = record.intent.handle(taskID)
      try note(record.id, .created(handle), handle: handle)
    }
    if let record, record.status != state.status {
      try note(record.id, .state(state.status, progress: state.progress), handle: handle)
    }
    return VideoUpdate(handle: handle, state: state)
  }

  private func record(of state: TaskState) throws(VideoError) -> JournalRecord? {
    guard let journal else { return nil }
    do {
      return try journal.records().last { record in
        record.intent.provider == provider.id && record.intent.baseURL == provider.baseURL
          && (state.taskID != nil && record.handle?.taskID == state.taskID
            || state.externalID != nil && record.intent.externalID == state.externalID)
      }
    } catch {
      throw .journal("\(error)", nil)
    }
  }
}
