import Foundation

/// All that a journal knows of one create and its task.
public struct JournalRecord: Sendable, Hashable, Identifiable {
  /// What was to be created.
  public var intent: CreateIntent
  /// The task, when the vendor is known to have made one.
  public var handle: VideoHandle?
  /// Why the vendor certainly made no task.
  public var refusal: String?
  /// Why nobody knows whether there is a task.
  public var doubt: String?
  /// Why somebody says that the matter is settled.
  public var settlement: String?
  /// How far the task was when it was last asked for.
  public var status: VideoStatus?
  /// Where the videos were put.
  public var files: [String] = []
  /// How many videos the task has, as far as is known.
  public var videoCount = 1
  /// When something was last written.
  public var updated: Date

  /// What the process that wrote it called it.
  public var id: String { intent.id }

  /// Whether a task may exist that nobody knows.
  public var isUndecided: Bool { handle == nil && refusal == nil && settlement == nil }

  /// Whether there is a task that is not known to be over.
  public var isUnfinished: Bool {
    handle != nil && settlement == nil && status?.isFinal != true
  }

  /// Whether there is a video that nobody is known to have, one of several as well.
  public var isUndelivered: Bool {
    handle != nil && settlement == nil && status == .succeeded && files.count < videoCount
  }

  init(_ intent: CreateIntent, at time: Date) {
    self.intent = intent
    updated = time
  }

  /// Takes in what happened later; twice is the same as once.
  mutating func apply(_ entry: JournalEntry) {
    updated = max(updated, entry.time)
    switch entry.event {
    case .intent: (refusal, doubt) = (nil, nil)
    case .created(let handle): self.handle = handle
    case .refused(let reason): refusal = reason
    case .unclear(let reason): doubt = reason
    case .settled(let reason): settlement = reason
    case .state(let status, _):
      if status.rank >= self.status?.rank ?? 0 { self.status = status }
    case .downloaded(let file, _, _, _, let count):
      videoCount = max(videoCount, count)
      if !files.contains(file) { files.append(file) }
    }
  }
}

/// What a journal's entries add up to.
struct JournalLedger: Sendable {
  private(set) var records: [JournalRecord] = []
  private var positions: [String: Int] = [:]

  init(_ entries: [JournalEntry] = []) {
    for entry in entries { apply(entry) }
  }

  mutating func apply(_ entry: JournalEntry) {
    if let position = positions[entry.intent] {
      records[position].apply(entry)
    } else if case .intent(let intent) = entry.event {
      positions[entry.intent] = records.count
      records.append(JournalRecord(intent, at: entry.time))
    }
  }

  /// A create of the same request whose task may go on, or whose video may be had still.
  func open(_ hash: String, since: Date, orUndelivered: Bool) -> JournalRecord? {
    records.last { record in
      guard record.intent.requestHash == hash else { return false }
      if record.isUndecided { return true }
      let isOpen = record.isUnfinished || orUndelivered && record.isUndelivered
      return isOpen && record.intent.created >= since
    }
  }
}
