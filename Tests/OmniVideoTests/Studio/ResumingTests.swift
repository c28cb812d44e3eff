import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

@Suite struct ResumingTests {
  private static func journal(_ events: [(ProviderID, [JournalEntry.Event])]) -> MemoryJournal {
    let journal = MemoryJournal()
    for (number, (provider, events)) in events.enumerated() {
      let vendor = Studios.provider(provider)
      var intent = FileJournalTests.intent("i\(number)", hash: "\(number)")
      (intent.provider, intent.baseURL) = (provider, vendor.baseURL)
      (intent.account, intent.route) = (vendor.account, provider.route)
      let time = intent.created
      journal.append(JournalEntry(intent: intent.id, time: time, event: .intent(intent)))
      for event in events {
        journal.append(JournalEntry(intent: intent.id, time: time, event: event))
      }
    }
    return journal
  }

  private static func handle(_ number: Int, _ provider: ProviderID = .kling) -> VideoHandle {
    VideoHandle(
      provider: provider, baseURL: "https://vendor.test", route: provider.route,
      taskID: "t\(number)", created: Date(timeIntervalSince1970: 1_800_000_000),
      intent: "i\(number)")
  }

  @Test func everythingThatIsNotOverIsPickedUp() async throws {
    let journal = Self.journal([
      (.kling, [.created(Self.handle(0)), .state(.running, progress: nil)]),
      (.kling, [.refused("no")]),
      (.kling, []),
      (.newapi, []),
      (.kling, [.created(Self.handle(4)), .state(.succeeded, progress: 1)]),
      (
        .kling,
        [
          .created(Self.handle(5)), .state(.succeeded, progress: 1),
          .downloaded(file: "f", bytes: 1, sha256: "", url: ""),
        ]
      ),
      (.kling, [.unclear("lost"), .settled("there is none")]),
      (.kling, [.created(Self.handle(7)), .state(.failed, progress: nil)]),
      (
        .kling,
        [
          .created(Self.handle(8)), .state(.succeeded, progress: 1),
          .downloaded(file: "f", bytes: 1, sha256: "", url: "", of: 2),
        ]
      ),
    ])
    let vendor = ScriptedVendor(create: [.json(500, "")])
    let report = try await Studios.studio(.kling, vendor, journal: journal).resume()
    #expect(report.running.map(\.id) == ["t0"] && report.undelivered.map(\.id) == ["t4", "t8"])
    #expect(report.unclear.map(\.intent.id) == ["i2"] && report.foreign.map(\.id) == ["i3"])
    // The vendor was asked by the external id, and nothing was sent again.
    #expect(vendor.creates == 0 && vendor.queries == 5)
  }

  @Test func aLostTaskIsFoundByItsExternalID() async throws {
    let journal = Self.journal([(.kling, [])])
    let found =
      #"{"code":0,"data":{"task_id":"t9","task_status":"processing","task_info":{"external_task_id":"i0"}}}"#
    let vendor = ScriptedVendor(
      create: [.json(500, "")], query: [.json(404, "{}"), .json(200, found)])
    let studio = Studios.studio(.kling, vendor, journal: journal)
    let report = try await studio.resume()
    #expect(report.running.map(\.id) == ["t9"] && report.unclear.isEmpty)
    #expect(journal.records()[0].handle?.taskID == "t9")
    let again = try await studio.resume()
    #expect(again.running.map(\.id) == ["t9"] && vendor.queries == 2)
  }

  @Test func theSameRequestAfterACrashFindsItsTask() async throws {
    let journal = MemoryJournal()
    let lost = ScriptedVendor(
      create: [.lost(.timedOut, mayHaveArrived: true)], query: [.json(404, "{}")])
    let time = TestTime()
    let first = await Result.of { () async throws(VideoError) in
      try await Studios.studio(.kling, lost, time, journal: journal).create(Studios.body(.kling))
    }
    let id = try #require(journal.records().first?.id)
    let found =
      #"{"code":0,"data":{"task_id":"t9","task_status":"processing","task_info":{"external_task_id":"\#(id)"}}}"#
    let vendor = ScriptedVendor(create: [.json(500, "")], query: [.json(200, found)])
    let task = try await Studios.studio(.kling, vendor, time, journal: journal)
      .create(Studios.body(.kling), identical: .resume)
    #expect([first.word, task.id, "\(vendor.creates)"] == ["createUnclear", "t9", "0"])
  }

  @Test func anotherTaskIsNotTakenForTheLostOne() async throws {
    let journal = Self.journal([(.kling, [])])
    let other =
      #"{"code":0,"data":{"task_id":"t9","task_status":"processing","task_info":{"external_task_id":"x"}}}"#
    let vendor = ScriptedVendor(create: [.json(500, "")], query: [.json(200, other)])
    let report = try await Studios.studio(.kling, vendor, journal: journal).resume()
    #expect(report.unclear.count == 1 && report.unclear[0].wasLookedUp)
  }

  @Test func whatALivingProcessWorksOnIsLeftAlone() async throws {
    let journal = Self.journal([(.kling, [])])
    _ = journal.claim("i0")
    let vendor = ScriptedVendor(create: [.json(500, "")])
    let report = try await Studios.studio(.kling, vendor, journal: journal).resume()
    #expect(report.busy.map(\.id) == ["i0"] && vendor.requests.isEmpty)
  }
}
