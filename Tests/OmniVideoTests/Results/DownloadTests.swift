import ClientRuntime
import Foundation
import Testing

@testable import OmniVideo

@Suite struct DownloadTests {
  private static let bytes = Data("a small video".utf8)

  private static func link(_ url: String) -> String {
    #"{"code":0,"data":{"task_id":"t1","task_status":"succeed","task_result":{"videos":[{"url":"\#(url)"}]}}}"#
  }

  private static func gateway(_ url: String?) -> String {
    let address = url.map { #","video_url":"\#($0)""# } ?? ""
    return #"{"id":"t1","status":"completed"\#(address)}"#
  }

  /// Which addresses are good, and which is asked for.
  struct Story: Sendable, CustomTestStringConvertible {
    var name: String
    var provider = ProviderID.kling
    /// What the vendor answers to questions, in turn.
    var states: [String]
    /// What the file servers answer.
    var files: [String: Int]
    var outcome = "success"
    /// Which addresses were fetched.
    var fetched: [String]

    var testDescription: String { name }
  }

  static let stories = [
    Story(
      name: "at once", states: [link("https://cdn.test/a")], files: ["https://cdn.test/a": 200],
      fetched: ["https://cdn.test/a"]),
    Story(
      name: "a fresh address", states: [link("https://cdn.test/a"), link("https://cdn.test/b")],
      files: ["https://cdn.test/a": 403, "https://cdn.test/b": 200],
      fetched: ["https://cdn.test/a", "https://cdn.test/b"]),
    Story(
      name: "gone for good", states: [link("https://cdn.test/a")],
      files: ["https://cdn.test/a": 410], outcome: "call",
      fetched: ["https://cdn.test/a", "https://cdn.test/a"]),
    Story(
      name: "the gateway has no address", provider: .newapi, states: [gateway(nil)],
      files: ["https://vendor.test/v1/videos/t1/content": 200],
      fetched: ["https://vendor.test/v1/videos/t1/content"]),
    Story(
      name: "the gateway serves it when the address is refused", provider: .newapi,
      states: [gateway("https://cdn.test/a")],
      files: ["https://cdn.test/a": 404, "https://vendor.test/v1/videos/t1/content": 200],
      fetched: [
        "https://cdn.test/a", "https://cdn.test/a", "https://vendor.test/v1/videos/t1/content",
      ]),
  ]

  @Test(arguments: stories) func fetches(story: Story) async throws {
    let vendor = Vendor(story)
    let studio = Studios.studio(story.provider, vendor.transport)
    let task = studio.task(id: "t1")
    let file = FileManager.default.temporaryDirectory.appending(path: "video-\(UUID()).mp4")
    defer { try? FileManager.default.removeItem(at: file) }
    let result = await Result.of { () async throws(VideoError) in
      try await studio.download(try await task.video(), to: file)
    }
    let fetched = vendor.files.map(\.url)
    #expect(result.word == story.outcome && fetched == story.fetched)
    if story.outcome == "success" { #expect(try Data(contentsOf: file) == Self.bytes) }
    // The key goes to the vendor alone.
    let keyed = vendor.files.filter { $0.headers["Authorization"] != nil }.map(\.url)
    #expect(keyed == fetched.filter { $0.hasPrefix("https://vendor.test") })
  }

  private struct Vendor {
    let transport: ScriptedVendor

    init(_ story: Story) {
      let questions = ScriptedVendor(create: [], query: story.states.map { .json(200, $0) })
      transport = ScriptedVendor { request, _ in
        guard let status = story.files[request.url] else {
          let state = story.states[min(questions.requests.count, story.states.count - 1)]
          questions.count(request)
          return .json(200, state)
        }
        return .full(
          status, ["Content-Type": "video/mp4"], status == 200 ? DownloadTests.bytes : Data())
      }
    }

    var files: [TransportRequest] {
      transport.requests.filter { $0.headers["Accept-Encoding"] == "identity" }
    }
  }

  @Test func aVideoInItsAddressIsNotFetched() async throws {
    let text = Self.bytes.base64EncodedString()
    let vendor = ScriptedVendor(
      create: [], query: [.json(200, Self.gateway("data:video/mp4;base64,\(text)"))])
    let studio = Studios.studio(.newapi, vendor)
    let file = FileManager.default.temporaryDirectory.appending(path: "video-\(UUID()).mp4")
    defer { try? FileManager.default.removeItem(at: file) }
    let done = try await studio.download(try await studio.task(id: "t1").video(), to: file)
    #expect(try Data(contentsOf: file) == Self.bytes && done.contentType == "video/mp4")
    #expect(vendor.requests.count == 1)
  }
}
