import Foundation

/// Remembers what was created, so that no process's end loses a task or pays for one twice.
public protocol Journal: Sendable {
  /// Writes an entry; it is safe from a crash once this returns.
  func append(_ entry: JournalEntry) throws
  /// Writes an intent, unless the request is open already; both in one step, for all processes.
  ///
  /// The intent counts as being worked on until `release` or the end of the process.
  func open(_ intent: CreateIntent, unless isOpen: IdenticalRequest) throws -> OpenedIntent
  /// Says that nobody works on an intent any longer.
  func release(_ intent: String)
  /// Takes an intent over, unless a living process works on it.
  func claim(_ intent: String) throws -> Bool
  /// Everything that is known, oldest first.
  func records() throws -> [JournalRecord]
}

/// What becomes of a request that was made before and is not known to be over.
public enum IdenticalRequest: Sendable, Hashable {
  /// It is refused, as the second video would be paid for as well.
  case refuse
  /// The task that is there is given back, also one that succeeded and whose video nobody is known
  /// to have; it is refused while nobody knows whether there is a task.
  case resume
  /// It is sent again; the caller wants another video of the same kind.
  case create
}

/// What came of an attempt to write an intent.
public enum OpenedIntent: Sendable {
  /// It is written, and may be sent.
  case opened
  /// The same request is open; nothing was written.
  case duplicate(of: JournalRecord)
}
