import Foundation
import Synchronization

/// A journal in a file: a line an entry, only ever added to, safe on the disk before anything is sent.
///
/// Several processes may use the same file at once.
public final class FileJournal: Journal {
  /// Where it is.
  public let url: URL
  private let file: AppendedFile
  private let state = Mutex(State())

  private struct State {
    var ledger = JournalLedger()
    /// How much of the file was read.
    var position: Int64 = 0
    var damage: [Int] = []
    var lines = 0
    /// Which places of the file are locked for which intents.
    var claims: [String: Int64] = [:]
  }

  /// Opens a journal, or begins it.
  public init(_ url: URL) throws {
    self.url = url
    file = try AppendedFile(url.path)
    try state.withLock { state in try locked { try read(&state) } }
  }

  /// The numbers of the lines that are not whole, counted from 1; a process died while it wrote them.
  public var damagedLines: [Int] { state.withLock { $0.damage } }

  /// Writes an entry.
  public func append(_ entry: JournalEntry) throws {
    try state.withLock { state in try locked { try write(entry, &state) } }
  }

  /// Writes an intent, unless the request is open.
  public func open(
    _ intent: CreateIntent, unless isOpen: IdenticalRequest
  ) throws -> OpenedIntent {
    try state.withLock { state in
      try locked {
        try read(&state)
        if let record = isOpen.obstacle(in: state.ledger, intent) { return .duplicate(of: record) }
        _ = try claim(intent.id, &state)
        let entry = JournalEntry(intent: intent.id, time: intent.created, event: .intent(intent))
        try write(entry, &state)
        return .opened
      }
    }
  }

  /// Takes an intent over, unless a living process works on it.
  public func claim(_ intent: String) throws -> Bool {
    try state.withLock { try claim(intent, &$0) }
  }

  /// Says that nobody works on an intent any longer.
  public func release(_ intent: String) {
    state.withLock { state in
      guard let place = state.claims.removeValue(forKey: intent) else { return }
      FileLock(descriptor: file.descriptor, place: place).unlock()
    }
  }

  /// Everything that is known, oldest first; also what other processes wrote meanwhile.
  public func records() throws -> [JournalRecord] {
    try state.withLock { state in
      try locked { try read(&state) }
      return state.ledger.records
    }
  }

  private func claim(_ intent: String, _ state: inout State) throws -> Bool {
    if state.claims[intent] != nil { return false }
    let place = Self.place(of: intent)
    guard try FileLock(descriptor: file.descriptor, place: place).tryLock() else { return false }
    state.claims[intent] = place
    return true
  }

  /// A place of the file that stands for an intent, far behind all bytes that will ever be there.
  private static func place(of intent: String) -> Int64 {
    let hash = intent.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return Int64(1 << 61 | hash >> 4)
  }

  // MARK: The file

  /// Keeps all other processes from writing meanwhile.
  private func locked<Value>(_ work: () throws -> Value) throws -> Value {
    let lock = FileLock(descriptor: file.descriptor, place: Int64(1) << 60)
    try lock.lock()
    defer { lock.unlock() }
    return try work()
  }

  /// Reads what was added since the last time.
  private func read(_ state: inout State) throws {
    let data = try file.bytes(from: state.position)
    guard let end = data.lastIndex(of: UInt8(ascii: "\n")) else { return }
    for line in data[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      state.lines += 1
      if let entry = JournalLine.entry(line) {
        state.ledger.apply(entry)
      } else if !line.isEmpty {
        guard JournalLine.mayBeTorn(line) else { throw JournalError.notAJournal(url.path) }
        state.damage.append(state.lines)
      }
    }
    state.position += Int64(end + 1)
  }

  /// Adds a line, and ends one that a dying process left half written.
  private func write(_ entry: JournalEntry, _ state: inout State) throws {
    try read(&state)
    var line = try JournalLine.data(entry)
    if file.length > state.position { line.insert(UInt8(ascii: "\n"), at: 0) }
    try file.append(line)
    try read(&state)
  }
}
