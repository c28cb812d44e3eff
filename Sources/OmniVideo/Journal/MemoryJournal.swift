import Foundation
import Synchronization

/// A journal for as long as the process lasts.
public final class MemoryJournal: Journal {
  private struct State {
    var ledger = JournalLedger()
    var claims: Set<String> = []
  }

  private let state = Mutex(State())

  /// Begins an empty journal.
  public init() {}

  /// Keeps an entry.
  public func append(_ entry: JournalEntry) { state.withLock { $0.ledger.apply(entry) } }

  /// Keeps an intent, unless the request is open.
  public func open(_ intent: CreateIntent, unless isOpen: IdenticalRequest) -> OpenedIntent {
    state.withLock { state in
      if let record = isOpen.obstacle(in: state.ledger, intent) { return .duplicate(of: record) }
      state.ledger.apply(
        JournalEntry(intent: intent.id, time: intent.created, event: .intent(intent)))
      state.claims.insert(intent.id)
      return .opened
    }
  }

  /// Says that nobody works on an intent any longer.
  public func release(_ intent: String) { state.withLock { _ = $0.claims.remove(intent) } }

  /// Takes an intent over, unless somebody works on it.
  public func claim(_ intent: String) -> Bool {
    state.withLock { $0.claims.insert(intent).inserted }
  }

  /// Everything that is known.
  public func records() -> [JournalRecord] { state.withLock { $0.ledger.records } }
}

extension IdenticalRequest {
  /// How long a task whose end nobody noted counts as not over.
  private static let span: TimeInterval = 86_400

  /// The record that keeps an intent from being written.
  func obstacle(in ledger: JournalLedger, _ intent: CreateIntent) -> JournalRecord? {
    if self == .create { return nil }
    return ledger.open(
      intent.requestHash, since: intent.created.addingTimeInterval(-Self.span),
      orUndelivered: self == .resume)
  }
}
