import ClientRuntime
import Foundation
import Sandbox
import Testing

/// What is left when a command ends before its video is there.
@Suite(.timeLimit(.minutes(2))) struct ResumeTests {
  private func create(_ stage: Stage, _ vendor: SandboxVendor = .kling) -> [String] {
    ["create"] + stage.vendor(vendor) + [
      "--prompt", "By the sea", "--seconds", "5", "--resolution", "1080p", "--aspect-ratio", "1:1",
      "--json", "--journal", stage.path("j"), "--every", "0.05", "--wait",
    ]
  }

  @Test func isInterruptedAndResumed() async throws {
    let stage = try Stage(speed: 4)
    let program = try Program(create(stage) + ["--output", stage.path("a.mp4")])
    #expect(program.line()?.contains("queued") == true)
    program.interrupt()
    let ending = await program.waitForEnd()
    #expect(ending.code == 130, "\(ending)")
    let task = try #require(ending.lines.last?["task"]?.stringValue)
    #expect(ending.lines.last?["resume"]?.stringValue?.contains("wait \(task)") == true)
    let resumed = try await Program.run([
      "resume", "--journal", stage.path("j"), "--output", stage.path("videos"), "--every", "0.1",
    ])
    #expect(resumed.code == 0, "\(resumed)")
    #expect(try stage.text("videos/\(task).mp4").count > 1000)
    #expect(try await stage.ledger().map(\.taskID) == [task])
    let again = try await Program.run(["resume", "--journal", stage.path("j")])
    #expect(again.code == 0 && again.err.contains("over"), "\(again)")
  }

  @Test func reachesItsDeadlineAndIsWaitedFor() async throws {
    let stage = try Stage(speed: 4)
    let ending = try await Program.run(create(stage) + ["--deadline", "0.3"])
    #expect(ending.code == 4, "\(ending)")
    let task = try #require(ending.lines.last?["task"]?.stringValue)
    // The same request is the same task, and is not paid for again.
    let same = try await Program.run(create(stage) + ["--output", stage.path("b.mp4")])
    #expect(same.code == 0 && same.lines.last?["task"]?.stringValue == task, "\(same)")
    #expect(same.err.contains("--again"), "\(same)")
    let waited = try await Program.run(
      ["wait", task, "--quiet", "--output", stage.path("a.mp4"), "--journal", stage.path("j")])
    #expect(waited.code == 0 && waited.out == stage.path("a.mp4") + "\n", "\(waited)")
    #expect(try await stage.ledger().count == 1)
  }

  @Test func isUnclear() async throws {
    let stage = try Stage()
    try await stage.misbehave(Misbehaviour(.dropAfter, vendor: .omnirouters))
    let ending = try await Program.run(create(stage, .omnirouters))
    #expect(ending.code == 3, "\(ending)")
    #expect(ending.lines.last?["create"] != nil && ending.lines.last?["task"] == nil)
    let again = try await Program.run(create(stage, .omnirouters))
    #expect(again.code == 3, "\(again)")
    #expect(try await stage.ledger().count == 1)
    let wanted = try await Program.run(create(stage, .omnirouters) + ["--again"])
    #expect(wanted.code == 0, "\(wanted)")
    #expect(try await stage.ledger().count == 2)
  }

  @Test func isSettledBySomebodyWhoLooked() async throws {
    let stage = try Stage()
    try await stage.misbehave(Misbehaviour(.badGateway, vendor: .orcarouter))
    let words = create(stage, .orcarouter).filter { $0 != "--json" }
    let ending = try await Program.run(words)
    let journal = ["--journal", stage.path("j")]
    let listed = try await Program.run(["list", "--json"] + journal)
    let id = try #require(listed.lines.first?["create"]?.stringValue)
    #expect(ending.code == 3 && ending.err.contains("--settle \(id)"), "\(ending)")
    // A proxy's page is told on one line.
    #expect(!ending.err.contains("<"), "\(ending)")
    #expect(listed.lines.first?["unclear"] == true, "\(listed)")
    let wrong = try await Program.run(["resume", "--settle", "ov-none"] + journal)
    #expect(wrong.code == 2 && wrong.err.contains("no create ov-none"), "\(wrong)")
    let settled = try await Program.run(["resume", "--settle", id] + journal)
    #expect(settled.code == 0 && settled.err.contains("over"), "\(settled)")
    let fresh = try await Program.run(words)
    #expect(fresh.code == 0, "\(fresh)")
  }

  @Test func saysWhatIsReplaced() async throws {
    let stage = try Stage()
    let file = try stage.write("old", to: "a.mp4")
    let ending = try await Program.run(create(stage) + ["--output", file])
    #expect(ending.code == 0 && ending.err.contains("will be replaced"), "\(ending)")
    #expect(try stage.text("a.mp4").count > 1000)
    let listed = try await Program.run(["list", "--json", "--journal", stage.path("j")])
    #expect(listed.lines.first?["files"] == [.string(file)], "\(listed)")
    #expect(listed.lines.first?["created"]?.stringValue != nil)
  }

  @Test func isFoundByItsExternalID() async throws {
    let stage = try Stage()
    try await stage.misbehave(Misbehaviour(.dropAfter, vendor: .kling))
    let ending = try await Program.run(create(stage))
    #expect(ending.code == 0, "\(ending)")
    #expect(try await stage.ledger().count == 1)
  }

  @Test func survivesABadDownload() async throws {
    let stage = try Stage()
    try await stage.misbehave(
      Misbehaviour(.withoutURL), Misbehaviour(.forbiddenURL), Misbehaviour(.cutDownload))
    let ending = try await Program.run(create(stage) + ["--output", stage.path("a.mp4")])
    #expect(ending.code == 0, "\(ending)")
    #expect(try stage.text("a.mp4").count == ending.lines.last?["bytes"]?.intValue)
  }

  @Test func isAskedForAndListed() async throws {
    let stage = try Stage()
    let created = try await Program.run(
      ["create"] + stage.vendor(.kling) + [
        "--prompt", "By the sea", "--external-id", "mine/1", "--journal", stage.path("j"),
      ])
    let task = created.out.trimmingCharacters(in: .whitespacesAndNewlines)
    for words in [
      ["status", task] + stage.vendor(.kling), ["status", "mine/1", "--journal", stage.path("j")],
      ["list"] + stage.vendor(.kling), ["list", "--journal", stage.path("j")],
    ] {
      let ending = try await Program.run(words + ["--json"])
      #expect(ending.code == 0 && ending.lines.first?["task"]?.stringValue == task, "\(ending)")
    }
    let unsupported = try await Program.run(["list"] + stage.vendor(.newapi))
    #expect(unsupported.code == 2 && unsupported.err.contains("--journal"), "\(unsupported)")
    let unknown = try await Program.run(["status", "nothing"] + stage.vendor(.kling))
    #expect(unknown.code == 1 || unknown.code == 4, "\(unknown)")
  }
}
