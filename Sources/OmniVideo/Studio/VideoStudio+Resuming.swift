import Foundation

/// What a journal's creates came to, when a new process looks at them.
public struct ResumeReport: Sendable {
  /// Tasks that are not known to be over.
  public var running: [VideoTask] = []
  /// Tasks that succeeded and whose videos nobody noted to have downloaded.
  public var undelivered: [VideoTask] = []
  /// Creates of which nobody knows whether they were accepted; none of them was sent again.
  public var unclear: [UnclearCreate] = []
  /// Creates that a living process works on.
  public var busy: [JournalRecord] = []
  /// Creates of other vendors, addresses or accounts.
  public var foreign: [JournalRecord] = []
}

extension VideoStudio {
  /// Picks up everything in the journal that is not over, and looks for tasks whose ids were lost.
  ///
  /// Nothing is ever sent again by itself.
  public func resume() async throws(VideoError) -> ResumeReport {
    guard let journal else { return ResumeReport() }
    let records: [JournalRecord]
    do {
      records = try journal.records()
    } catch {
      throw .journal("\(error)", nil)
    }
    var report = ResumeReport()
    for record in records { try await resume(record, in: journal, &report) }
    return report
  }

  private func resume(
    _ record: JournalRecord, in journal: any Journal, _ report: inout ResumeReport
  ) async throws(VideoError) {
    let isOver = record.refusal != nil || record.settlement != nil
    if record.handle == nil, isOver { return }
    let intent = record.intent
    guard intent.provider == provider.id, intent.baseURL == provider.baseURL,
      intent.account == provider.account
    else {
      if record.isUndecided || record.isUnfinished { report.foreign.append(record) }
      return
    }
    if let handle = record.handle {
      if record.isUnfinished {
        let lease = slots.account(of: provider).occupy()
        report.running.append(VideoTask(handle: handle, studio: self, lease: lease))
      } else if record.isUndelivered {
        report.undelivered.append(VideoTask(handle: handle, studio: self, lease: nil))
      }
      return
    }
    try await recover(record, in: journal, &report)
  }

  /// Looks for the task of a create whose process died before it had the id.
  func recover(
    _ record: JournalRecord, in journal: any Journal, _ report: inout ResumeReport
  ) async throws(VideoError) {
    do {
      guard try journal.claim(record.id) else {
        report.busy.append(record)
        return
      }
    } catch {
      throw .journal("\(error)", nil)
    }
    defer { journal.release(record.id) }
    let intent = record.intent
    // One that was sent long ago is visible by now if it ever will be.
    let age = now.timeIntervalSince(intent.created)
    let waits = age > 60 ? [] : options.lookups
    if let state = await TaskSearch(studio: self, intent: intent).run(waits),
      let id = state.taskID
    {
      let handle = intent.handle(id)
      try note(intent.id, .created(handle), handle: handle)
      let lease = slots.account(of: provider).occupy()
      report.running.append(VideoTask(handle: handle, studio: self, lease: lease, first: state))
      return
    }
    report.unclear.append(
      UnclearCreate(
        intent: intent, cause: record.doubt ?? "the process ended before the answer came",
        wasLookedUp: api.traits.lookup != .none))
  }

  /// Notes that somebody looked, and that an unclear create needs no more care.
  public func settle(_ intent: CreateIntent, reason: String) throws(VideoError) {
    try note(intent.id, .settled(reason))
  }
}
