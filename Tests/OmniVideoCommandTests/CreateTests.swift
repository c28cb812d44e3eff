import ClientRuntime
import Foundation
import Sandbox
import Testing

/// A newcomer's way through the sandbox, with every vendor.
@Suite(.timeLimit(.minutes(2))) struct CreateTests {
  static let fields = ["--prompt", "A girl smiles by the sea", "--aspect-ratio", "16:9"]
  static let requests: [(SandboxVendor, [String])] = [
    (.kling, fields + ["--seconds", "5"]),
    (.chainhub, fields + ["--seconds", "5"]),
    (.omnirouters, fields + ["--seconds", "5", "--resolution", "1080p"]),
    (.orcarouter, fields + ["--seconds", "5"]),
    (.newapi, fields + ["--seconds", "8", "--model", "sora-2"]),
  ]

  @Test(arguments: requests)
  func makesAVideo(_ vendor: SandboxVendor, _ fields: [String]) async throws {
    let stage = try Stage()
    let ending = try await Program.run(
      ["create"] + stage.vendor(vendor) + fields + [
        "--wait", "--output", stage.path("a.mp4"), "--journal", stage.path("j"), "--json",
        "--every", "0.05",
      ])
    #expect(ending.code == 0, "\(ending)")
    let statuses = ending.lines.map { $0["status"]?.stringValue }
    let known = ["queued", "running", "succeeded"]
    #expect(statuses.allSatisfy { known.contains($0 ?? "") } && statuses.last == "succeeded")
    let last = try #require(ending.lines.last)
    let ledger = try await stage.ledger()
    #expect(ledger.map(\.taskID) == [last["task"]?.stringValue])
    let video = try stage.text("a.mp4")
    #expect(video.dropFirst(4).prefix(4) == Data("ftyp".utf8))
    #expect(last["bytes"]?.intValue == video.count && last["progress"] == 1)
  }

  @Test func failsAsTheVendorSays() async throws {
    let stage = try Stage(speed: 200, "--fail", "doom")
    let ending = try await Program.run(
      ["create"] + stage.vendor(.kling) + [
        "--prompt", "The doom", "--wait", "--json", "--every", "0.05",
      ])
    #expect(ending.code == 1 && ending.lines.last?["status"] == "failed", "\(ending)")
    #expect(ending.lines.last?["error"]?.stringValue?.contains("moderation") == true)
  }

  @Test func readsYAMLAndJSONFromAnywhere() async throws {
    let stage = try Stage()
    let yaml = "model: Kling-3.0-omni\nprompt: 'By the sea'\nseconds: 5\naspect_ratio: 16:9\n"
    let json =
      #"{"model":"Kling-3.0-omni","prompt":"By the sea","seconds":"5","aspect_ratio":"16:9"}"#
    var bodies: [JSONValue] = []
    for (words, input) in [
      (["--request", try stage.write(yaml, to: "r.yaml")], nil), (["--request", "-"], json),
      (["--request", try stage.write(json, to: "r.json"), "--seconds", "5"], nil),
    ] as [([String], String?)] {
      let ending = try await Program.run(
        ["create", "--dry-run", "--provider", "kling"] + words, keys: [:], input: input)
      #expect(ending.code == 0, "\(ending)")
      bodies.append(try JSONValue(parsing: Data(ending.out.utf8)))
    }
    #expect(Set(bodies).count == 1 && bodies.first?["duration"] == "5")
    #expect(try await stage.ledger().isEmpty)
  }

  @Test func sendsTheVendorsOwnBody() async throws {
    let stage = try Stage()
    let body = #"{"model_name":"kling-video-o1","prompt":"Native","duration":"5","mode":"std"}"#
    let ending = try await Program.run(
      ["create", "--native", "--request", "-"] + stage.vendor(.kling), input: body)
    #expect(ending.code == 0 && ending.err.contains("omnivideo wait"), "\(ending)")
    let entry = try #require(try await stage.ledger().first)
    #expect(entry.body["prompt"] == "Native" && entry.body["mode"] == "std")
    #expect(ending.out == entry.taskID + "\n")
  }

  @Test func putsEachOfSeveralVideosSomewhere() async throws {
    let stage = try Stage()
    let ending = try await Program.run(
      ["create"] + stage.vendor(.newapi) + [
        "--model", "sora-2", "--prompt", "Two", "--seconds", "4", "--extra", "n=2", "--json",
        "--output", stage.path("a.mp4"), "--journal", stage.path("j"), "--every", "0.05",
      ])
    let files = ["a.mp4", "a-2.mp4"].map { JSONValue.string(stage.path($0)) }
    let videos = ending.lines.last?["videos"]?.arrayValue
    #expect(ending.code == 0 && videos?.map { $0["output"] } == files, "\(ending)")
    #expect(try stage.text("a-2.mp4").count == videos?.last?["bytes"]?.intValue)
    let listed = try await Program.run(["list", "--json", "--journal", stage.path("j")])
    #expect(listed.lines.first?["files"] == .array(files), "\(listed)")
  }
}
