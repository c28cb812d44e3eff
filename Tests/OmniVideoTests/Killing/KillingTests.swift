import Foundation
import Sandbox
import Testing

@testable import OmniVideo

/// Kills a process a thousand times while it makes videos, and counts what the vendor would bill.
///
/// `KILLS=…` sets how often, `KILL_SEED=…` repeats a run.
@Suite struct KillingTests {
  private static let seed =
    ProcessInfo.processInfo.environment["KILL_SEED"].flatMap { UInt64($0) }
    ?? UInt64(Date().timeIntervalSince1970 * 1000)
  private static let kills =
    ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 1000

  @Test func noTaskIsLostAndNoneIsPaidTwice() async throws {
    let tally = try await withThrowingTaskGroup { group in
      for lane in 0..<2 {
        group.addTask { try await Self.onItsOwnThread(lane) }
      }
      return try await group.reduce(into: KillingTally()) { $0.add($1) }
    }
    print("KILL_SEED=\(Self.seed): \(tally)")
    #expect(tally.complaints == [], "KILL_SEED=\(Self.seed)")
    #expect(tally.kills >= Self.kills / 2 * 2)
    let isThorough = Self.kills >= 100
    #expect(!isThorough || tally.points.count == Checkpoint.allCases.count + 1)
  }

  /// That the books would show it.
  @Test func aCarelessProcessPaysTwice() throws {
    let round = try Round(.kling, "careless", isCareless: true)
    defer { round.clear() }
    for _ in 0..<3 {
      _ = try round.start(limit: .max, stop: "answered:1").wait()
      try round.waitUntilIdle()
    }
    #expect(try round.books().complaints.first?.hasSuffix("was billed 3 times") == true)
  }
}

extension KillingTests {
  /// Waiting for processes would keep other tests from their work.
  private static func onItsOwnThread(_ number: Int) async throws -> KillingTally {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            var lane = KillingLane(seed: seed &+ UInt64(number), lane: number)
            try lane.run(kills: kills / 2)
            return lane.tally
          })
      }
    }
  }
}

/// What was done and what was wrong with it.
struct KillingTally: Sendable, CustomStringConvertible {
  var kills = 0
  var points: [String: Int] = [:]
  var billed = 0
  var unclear = 0
  var complaints: [String] = []

  mutating func add(_ other: KillingTally) {
    kills += other.kills
    points.merge(other.points) { $0 + $1 }
    billed += other.billed
    unclear += other.unclear
    complaints += other.complaints
  }

  var description: String {
    let places = points.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return "\(kills) kills (\(places.joined(separator: ", "))), "
      + "\(billed) tasks billed, \(unclear) creates reported as unclear"
  }
}
