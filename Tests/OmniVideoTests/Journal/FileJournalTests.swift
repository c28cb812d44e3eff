import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

@Suite struct FileJournalTests {
  /// A folder that is gone afterwards.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID())")
    init() throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(at: url) }
    var file: URL { url.appending(path: "journal.jsonl") }
  }

  static func intent(_ id: String, hash: String = "h") -> CreateIntent {
    CreateIntent(
      id: id, requestHash: hash, externalID: id, provider: .kling, baseURL: "https://k.test",
      account: "a", route: .klingOmniVideo, model: "m", seconds: 5, body: ["prompt": "x\n\"y\""],
      created: Date(timeIntervalSince1970: 1_800_000_000.25))
  }

  static func handle(_ id: String) -> VideoHandle {
    VideoHandle(
      provider: .kling, baseURL: "https://k.test", route: .klingOmniVideo, taskID: "t-\(id)",
      externalID: id, created: Date(timeIntervalSince1970: 1_800_000_000), intent: id)
  }

  private static func entry(_ id: String, _ event: JournalEntry.Event) -> JournalEntry {
    JournalEntry(intent: id, time: Date(timeIntervalSince1970: 1_800_000_001.5), event: event)
  }

  private static func fill(_ journal: FileJournal) throws {
    for id in ["a", "b", "c"] {
      _ = try journal.open(intent(id, hash: id), unless: .refuse)
      journal.release(id)
    }
    try journal.append(entry("a", .created(handle("a"))))
    try journal.append(entry("a", .state(.running, progress: 0.5)))
    try journal.append(entry("a", .state(.succeeded, progress: 1)))
    try journal.append(entry("a", .state(.running, progress: 0.5)))
    try journal.append(
      entry("a", .downloaded(file: "/x.mp4", bytes: 7, sha256: "ab", url: "https://c/x", of: 2)))
    try journal.append(entry("b", .refused("code 1200")))
    try journal.append(entry("c", .unclear("lost")))
  }

  @Test func aNewProcessReadsWhatWasWritten() throws {
    let folder = try Folder()
    let journal = try FileJournal(folder.file)
    try Self.fill(journal)
    let records = try FileJournal(folder.file).records()
    #expect(try records == journal.records() && records.count == 3)
    #expect(records[0].handle?.taskID == "t-a" && records[0].status == .succeeded)
    #expect(records[0].isUndelivered && records[0].videoCount == 2)
    #expect(records[0].files == ["/x.mp4"] && records[1].refusal == "code 1200")
    #expect(records.map(\.isUndecided) == [false, false, true])
    #expect(records[2].intent == Self.intent("c", hash: "c"))
  }

  @Test func aTornLineIsSeenAndTheNextOneIsWhole() throws {
    let folder = try Folder()
    try Self.fill(try FileJournal(folder.file))
    let whole = try Data(contentsOf: folder.file)
    let lines = whole.split(separator: UInt8(ascii: "\n"))
    let last = lines.last?.count ?? 0
    for length in stride(from: whole.count - last - 1, to: whole.count, by: 7) {
      try whole.prefix(length).write(to: folder.file)
      let journal = try FileJournal(folder.file)
      try journal.append(Self.entry("c", .settled("looked")))
      let again = try FileJournal(folder.file)
      let records = try again.records()
      let isTorn = length > whole.count - last - 1 && length < whole.count - 1
      #expect(records[2].settlement == "looked" && (again.damagedLines.count == 1) == isTorn)
    }
  }

  @Test func aLineThatWasChangedIsNotBelieved() throws {
    let folder = try Folder()
    try Self.fill(try FileJournal(folder.file))
    let text = try String(contentsOf: folder.file, encoding: .utf8)
    try text.replacing("t-a", with: "t-x").write(to: folder.file, atomically: true, encoding: .utf8)
    let journal = try FileJournal(folder.file)
    #expect(try journal.records()[0].handle == nil && journal.damagedLines == [4])
  }

  @Test func anotherFileIsNotTouched() throws {
    let folder = try Folder()
    try "my diary\n".write(to: folder.file, atomically: true, encoding: .utf8)
    #expect(throws: JournalError.notAJournal(folder.file.path)) { try FileJournal(folder.file) }
  }

  @Test func twoJournalsOnAFileSeeEachOther() throws {
    let folder = try Folder()
    let one = try FileJournal(folder.file)
    let other = try FileJournal(folder.file)
    _ = try one.open(Self.intent("a"), unless: .refuse)
    guard case .duplicate(let record) = try other.open(Self.intent("b"), unless: .refuse) else {
      Issue.record("the same request was opened twice")
      return
    }
    #expect(record.id == "a")
    // It is being worked on, until it is released.
    let whileHeld = try [other.claim("a"), one.claim("a"), other.claim("z")]
    one.release("a")
    #expect(try whileHeld == [false, false, true] && other.claim("a"))
  }

  @Test func manyWritersAtOnce() async throws {
    let folder = try Folder()
    let file = folder.file
    try await withThrowingTaskGroup { group in
      for writer in 0..<4 {
        group.addTask {
          let journal = try FileJournal(file)
          for number in 0..<25 {
            let id = "\(writer)-\(number)"
            _ = try journal.open(Self.intent(id, hash: id), unless: .refuse)
            try journal.append(Self.entry(id, .created(Self.handle(id))))
            journal.release(id)
          }
        }
      }
      try await group.waitForAll()
    }
    let journal = try FileJournal(file)
    let records = try journal.records()
    #expect(records.count == 100 && records.allSatisfy { $0.handle?.intent == $0.id })
    #expect(journal.damagedLines.isEmpty)
  }

  @Test func nothingSecretAndNothingHugeIsWritten() async throws {
    let folder = try Folder()
    let vendor = ScriptedVendor(create: [Studios.created(.kling)])
    let studio = Studios.studio(.kling, vendor, journal: try FileJournal(folder.file))
    var body = Studios.body(.kling)
    body.body["image_list"] = [["image_url": .string(String(repeating: "A", count: 1 << 20))]]
    _ = try await studio.create(body)
    let text = try String(contentsOf: folder.file, encoding: .utf8)
    #expect(text.utf8.count < 8192 && !text.contains("sk_test") && !text.contains("ak_test"))
    #expect(text.contains("1048576 bytes"))
  }

  @Test func theCheckIsTheUsualOne() {
    #expect(CyclicRedundancyCheck.text("123456789".utf8) == "cbf43926")
  }
}
