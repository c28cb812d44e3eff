import ClientRuntime
import Foundation
import Sandbox

@testable import OmniVideo

/// Kills one process after the other, a new journal every few kills.
struct KillingLane {
  private var generator: SeededGenerator
  private let lane: Int
  private(set) var tally = KillingTally()

  init(seed: UInt64, lane: Int) {
    generator = SeededGenerator(seed: seed)
    self.lane = lane
  }

  mutating func run(kills: Int) throws {
    var round = 0
    while tally.kills < kills {
      let vendor: SandboxVendor = (round + lane).isMultiple(of: 2) ? .kling : .newapi
      try play(Round(vendor, "\(lane)-\(round)"), kills: min(20, kills - tally.kills))
      round += 1
    }
  }

  private mutating func play(_ round: Round, kills: Int) throws {
    defer { round.clear() }
    // How long a life with one video is on this machine as busy as it is.
    let birth = ContinuousClock.now
    if try round.start(limit: 1).wait() != 0 { tally.complaints.append("\(round.name): no video") }
    let life = birth.duration(to: .now)
    for _ in 0..<kills {
      let isTimed = Bool.random(using: &generator)
      let death = isTimed ? try kill(round, within: life) : try killAtPoint(round)
      tally.kills += death == -9 ? 1 : 0
      if death != -9, death != 0 { tally.complaints.append("\(round.name): exit \(death)") }
      try round.waitUntilIdle()
    }
    // The last one is left alone: it finishes what is there, and begins nothing.
    let end = try round.start(limit: 0).wait()
    if end != 0 { tally.complaints.append("\(round.name): the last process ended with \(end)") }
    let books = try round.books()
    tally.billed += books.billed
    tally.unclear += books.unclear
    tally.complaints += books.complaints
  }

  private mutating func kill(_ round: Round, within life: Duration) throws -> Int32 {
    let child = try round.start(limit: .max)
    let microseconds = Double.random(in: 0..<1, using: &generator) * (life / .microseconds(1))
    child.kill(afterMicroseconds: UInt32(min(microseconds, 2_000_000)))
    tally.points["timer", default: 0] += 1
    return child.wait()
  }

  private mutating func killAtPoint(_ round: Round) throws -> Int32 {
    let points = Checkpoint.allCases
    let point = points[tally.kills % points.count]
    let count = Int.random(in: 1...3, using: &generator)
    let child = try round.start(limit: .max, stop: "\(point.rawValue):\(count)")
    tally.points[point.rawValue, default: 0] += 1
    return child.wait()
  }
}

/// One journal, one account, and the processes that work on it one after the other.
struct Round {
  let name: String
  private let vendor: SandboxVendor
  private let sandbox: Sandbox
  private let folder: URL
  private let isCareless: Bool

  init(_ vendor: SandboxVendor, _ name: String, isCareless: Bool = false) throws {
    self.isCareless = isCareless
    (self.vendor, self.name) = (vendor, "\(vendor) \(name)")
    var options = SandboxOptions()
    options.pace = .polls(queued: 0, running: 1)
    sandbox = Sandbox(options)
    try sandbox.start()
    let shared = URL(fileURLWithPath: "/dev/shm")
    let place =
      FileManager.default.isWritableFile(atPath: shared.path)
      ? shared : FileManager.default.temporaryDirectory
    folder = place.appending(path: "killing-\(name)-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var journal: URL { folder.appending(path: "journal.jsonl") }

  func clear() {
    sandbox.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  func start(limit: Int, stop: String = "") throws -> ChildProcess {
    try ChildProcess(
      "VideoChild",
      [vendor.rawValue, sandbox.baseURL(for: vendor), journal.path, folder.path, "\(limit)"],
      environment: ["VIDEO_CHILD_STOP": stop, "VIDEO_CHILD_CARELESS": isCareless ? "1" : "0"])
  }

  /// Waits until the server has worked off what the dead process sent.
  func waitUntilIdle() throws {
    // Connections are taken on in order, so that the dead one's are once this is answered.
    try Probe(port: sandbox.port).ask()
    while sandbox.openConnections > 0 { usleep(200) }
  }

  /// What the vendor bills, and whether the journal knows all of it.
  func books() throws -> (billed: Int, unclear: Int, complaints: [String]) {
    let bills = sandbox.ledger
    let records = try FileJournal(journal).records()
    var complaints: [String] = []
    let byPrompt = Dictionary(grouping: bills) { $0.body["prompt"]?.stringValue ?? "" }
    for (prompt, bills) in byPrompt where bills.count > 1 {
      complaints.append("\(name): ‘\(prompt)’ was billed \(bills.count) times")
    }
    for bill in bills {
      let prompt = bill.body["prompt"]?.stringValue
      let known = records.filter { $0.intent.body["prompt"]?.stringValue == prompt }
      let isHeld = known.contains { $0.handle?.taskID == bill.taskID }
      let isReported = vendor == .newapi && known.contains { $0.isUndecided }
      if !isHeld, !isReported {
        complaints.append("\(name): the task \(bill.taskID) of ‘\(prompt ?? "")’ is lost")
      }
    }
    for record in records {
      guard let id = record.handle?.taskID else { continue }
      if record.files.isEmpty {
        complaints.append("\(name): the video of \(id) was not downloaded")
      }
    }
    return (bills.count, records.count { $0.isUndecided }, complaints)
  }
}
