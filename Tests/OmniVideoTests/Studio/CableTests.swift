import ClientRuntime
import Foundation
import Sandbox
import Testing

@testable import OmniVideo

/// Pulls the cable at bad moments between a studio and vendors on this machine.
@Suite struct CableTests {
  struct Story: Sendable, CustomTestStringConvertible {
    var name: String
    var trouble: [Misbehaviour]
    /// What comes of it, where the task can be looked up and where it cannot.
    var kling = "success"
    var gateways = "success"
    /// How many tasks the vendor has made.
    var billed = 1

    var testDescription: String { name }
  }

  private static func trouble(
    _ kind: Misbehaviour.Kind, on route: Misbehaviour.Route? = nil, times: Int = 1,
    _ change: (inout Misbehaviour) -> Void = { _ in }
  ) -> Misbehaviour {
    var rule = Misbehaviour(kind, on: route, times: times)
    change(&rule)
    return rule
  }

  static let stories = [
    Story(name: "no trouble", trouble: []),
    Story(
      name: "reset before the create was read", trouble: [trouble(.dropBefore)],
      kling: "createUnclear", gateways: "createUnclear", billed: 0),
    Story(
      name: "reset after the create was accepted", trouble: [trouble(.dropAfter)],
      gateways: "createUnclear"),
    Story(
      name: "the answer to the create breaks off", trouble: [trouble(.truncate)],
      gateways: "createUnclear"),
    Story(
      name: "a proxy's page, and the create was accepted",
      trouble: [trouble(.badGateway) { $0.accepts = true }], gateways: "createUnclear"),
    Story(
      name: "a proxy's page, and nothing was accepted", trouble: [trouble(.badGateway)],
      kling: "createUnclear", gateways: "createUnclear", billed: 0),
    Story(
      name: "questions break off in every way",
      trouble: [
        trouble(.dropBefore, on: .query), trouble(.dropAfter, on: .query),
        trouble(.truncate, on: .query), trouble(.badGateway, on: .query),
      ]),
    Story(name: "the task is not known at first", trouble: [trouble(.hideTask, times: 2)]),
    Story(
      name: "an unknown status", trouble: [trouble(.unknownStatus, times: 3) { $0.word = "odd" }]),
    Story(name: "no address at first", trouble: [trouble(.withoutURL, times: 2)]),
    Story(name: "the address is refused once", trouble: [trouble(.forbiddenURL)]),
    Story(name: "the download breaks off", trouble: [trouble(.cutDownload, times: 2)]),
    Story(name: "the download is too short", trouble: [trouble(.wrongLength)]),
  ]

  @Test(arguments: stories, SandboxVendor.allCases)
  func oneVideoAndOneBill(story: Story, vendor: SandboxVendor) async throws {
    var options = SandboxOptions()
    options.pace = .polls(queued: 1, running: 1)
    let time = TestTime()
    options.now = time.environment.now
    let sandbox = Sandbox(options)
    try sandbox.start()
    defer { sandbox.stop() }
    for rule in story.trouble { sandbox.misbehave(rule) }
    let id = try #require(ProviderID(rawValue: vendor.rawValue))
    let journal = MemoryJournal()
    let studio = VideoStudio(
      provider: Studios.provider(id, baseURL: sandbox.baseURL(for: vendor)), journal: journal,
      slots: VideoSlots(), options: time.options)
    let file = FileManager.default.temporaryDirectory.appending(path: "cable-\(UUID()).mp4")
    defer { try? FileManager.default.removeItem(at: file) }
    let result = await Result.of { () async throws(VideoError) in
      let task = try await studio.create(Studios.body(id))
      return try await studio.download(try await task.video(), to: file)
    }
    // A relay of Kling may find a task by the caller's id as well.
    let expected = id == .kling || id == .chainhub ? story.kling : story.gateways
    #expect(
      [result.word, "\(sandbox.ledger.count)"] == [expected, "\(story.billed)"], "\(result)")
    // What the vendor made is in the journal, or reported as unclear.
    let record = try #require(journal.records().first)
    #expect(record.handle?.taskID == sandbox.ledger.first?.taskID || record.isUndecided)
    if expected == "success" {
      let bytes = try Data(contentsOf: file)
      #expect(bytes.count > 1000 && record.files == [file.path] && sandbox.leakedKeys == 0)
    }
  }

  @Test func moreThanTheAccountAllowsWaitsItsTurn() async throws {
    let time = TestTime()
    var options = SandboxOptions()
    options.pace = .polls(queued: 1, running: 1)
    options.now = time.environment.now
    options.slots = 2
    let sandbox = Sandbox(options)
    try sandbox.start()
    defer { sandbox.stop() }
    var studioOptions = time.options
    // This clock runs as fast as everybody sleeps.
    studioOptions.patience = .seconds(100_000_000)
    let slots = VideoSlots()
    let studio = VideoStudio(
      provider: Studios.provider(.kling, baseURL: sandbox.baseURL(for: .kling)),
      journal: MemoryJournal(), slots: slots, options: studioOptions)
    let urls = try await withThrowingTaskGroup { group in
      for number in 0..<6 {
        group.addTask {
          var body = Studios.body(.kling)
          body.body["prompt"] = .string("video \(number)")
          return try await studio.create(body).video().url
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(urls.count == 6 && sandbox.ledger.count == 6)
    #expect(slots.load(of: studio.provider) == (0, 0))
    let listed = try await studio.list(page: 1, size: 4)
    let known = Set(sandbox.ledger.map(\.taskID))
    #expect(listed.count == 4 && known.isSuperset(of: listed.compactMap(\.taskID)))
  }

  @Test func aUnifiedRequestBecomesAVideo() async throws {
    let time = TestTime()
    var options = SandboxOptions()
    options.pace = .polls(queued: 0, running: 0)
    options.now = time.environment.now
    let sandbox = Sandbox(options)
    try sandbox.start()
    defer { sandbox.stop() }
    for (id, vendor) in [(ProviderID.kling, SandboxVendor.kling), (.omnirouters, .omnirouters)] {
      let studio = VideoStudio(
        provider: Studios.provider(id, baseURL: sandbox.baseURL(for: vendor)),
        journal: MemoryJournal(), slots: VideoSlots(), options: time.options)
      var request = VideoRequest(model: .kling3Omni, prompt: "A girl smiles by the sea")
      (request.seconds, request.resolution) = (5, .p1080)
      request.aspectRatio = .ratio16x9
      let video = try await studio.create(request).video()
      #expect(video.handle.provider == id && video.handle.seconds == 5)
    }
  }
}
