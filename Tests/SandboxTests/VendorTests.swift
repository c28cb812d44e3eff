import ClientRuntime
import Foundation
import Sandbox
import Testing

/// Every vendor's tasks queue, run and end in its own words.
struct VendorTests {
  struct Flow: Sendable, CustomTestStringConvertible {
    var vendor: SandboxVendor
    var create: String
    /// `{id}` stands for the task's id.
    var query: String
    var body: JSONValue
    var id: [String]
    var status: [String]
    var words: [String]
    var url: [String]
    var testDescription: String { "\(vendor) \(query)" }
  }

  static let kling: JSONValue = [
    "model_name": "kling-video-o1", "prompt": "A girl by the sea", "mode": "pro", "duration": "3",
    "aspect_ratio": "1:1",
  ]
  static let omni: JSONValue = [
    "model": "Kling-3.0-omni", "prompt": "A girl", "resolution": "1080p", "seconds": "3",
    "aspect_ratio": "1:1",
  ]
  static let orca: JSONValue = [
    "model": "kling/kling-v3-omni", "prompt": "A girl",
    "metadata": ["duration": "3", "aspect_ratio": "1:1"],
  ]
  static let gateway: JSONValue = [
    "model": "sora-2", "prompt": "A girl", "seconds": 3, "aspect_ratio": "1:1",
  ]
  static let gatewayWords = ["queued", "in_progress", "completed"]
  static let recordWords = ["QUEUED", "IN_PROGRESS", "SUCCESS"]
  static let recordURL = ["data", "result_url"]

  static let flows = [
    Flow(
      vendor: .kling, create: "/v1/videos/omni-video", query: "/v1/videos/omni-video/{id}",
      body: kling, id: ["data", "task_id"], status: ["data", "task_status"],
      words: ["submitted", "processing", "succeed"], url: ["data", "task_result", "videos", "url"]),
    Flow(
      vendor: .chainhub, create: "/kling/v1/videos/omni-video",
      query: "/kling/v1/videos/omni-video/{id}", body: kling, id: ["data", "task_id"],
      status: ["data", "task_status"], words: ["submitted", "processing", "succeed"],
      url: ["data", "task_result", "videos", "url"]),
    Flow(
      vendor: .omnirouters, create: "/v1/videos", query: "/v1/videos/{id}", body: omni,
      id: ["id"], status: ["status"], words: gatewayWords, url: ["video_url"]),
    Flow(
      vendor: .omnirouters, create: "/v1/video/generations", query: "/v1/video/generations/{id}",
      body: omni, id: ["task_id"], status: ["data", "status"], words: recordWords, url: recordURL),
    Flow(
      vendor: .orcarouter, create: "/v1/video/generations", query: "/v1/video/generations/{id}",
      body: orca, id: ["task_id"], status: ["data", "status"], words: recordWords, url: recordURL),
    Flow(
      vendor: .newapi, create: "/v1/videos", query: "/v1/videos/{id}", body: gateway,
      id: ["id"], status: ["status"], words: gatewayWords, url: ["video_url"]),
  ]

  @Test(arguments: flows)
  func goesThroughItsStages(_ flow: Flow) async throws {
    let sandbox = try makeSandbox()
    let caller = Caller(sandbox: sandbox)
    let created = try await caller.vendor(flow.vendor, .post, flow.create, flow.body)
    let id = try #require(created.json.at(flow.id)?.stringValue, "\(created)")
    let path = flow.query.replacing("{id}", with: id)
    var words: [String?] = []
    var last = JSONValue.null
    for _ in 0..<3 {
      last = try await caller.vendor(flow.vendor, .get, path).json
      words.append(last.at(flow.status)?.stringValue)
    }
    #expect(words == flow.words)
    let url = try #require(last.at(flow.url)?.stringValue, "\(last)")
    let video = try await caller.send(.get, url)
    #expect(video.status == 200 && video.data.dropFirst(4).prefix(4) == Data("ftyp".utf8))
    let entry = try #require(sandbox.ledger.first)
    #expect(sandbox.ledger.count == 1 && entry.body == flow.body && entry.taskID == id)
    #expect(entry.path == flow.create && sandbox.leakedKeys == 0)
  }

  @Test(arguments: flows)
  func failsWhenThePromptAsksForIt(_ flow: Flow) async throws {
    let sandbox = try makeSandbox { $0.pace = .polls(queued: 0, running: 0) }
    let caller = Caller(sandbox: sandbox)
    var body = flow.body
    body["prompt"] = "Please FAIL, now"
    let created = try await caller.vendor(flow.vendor, .post, flow.create, body)
    let id = try #require(created.json.at(flow.id)?.stringValue)
    let shown = try await caller.vendor(
      flow.vendor, .get, flow.query.replacing("{id}", with: id))
    let word = shown.json.at(flow.status)?.stringValue?.lowercased()
    #expect(["failed", "failure"].contains(word) && shown.json.at(flow.url) == nil)
  }

  @Test(arguments: SandboxOptions.ChainHubShape.allCases)
  func chainHubAnswersInThreeShapes(_ shape: SandboxOptions.ChainHubShape) async throws {
    let sandbox = try makeSandbox { options in
      options.chainHubShape = shape
      options.pace = .polls(queued: 0, running: 0)
    }
    let caller = Caller(sandbox: sandbox)
    let path = "/kling/v1/videos/omni-video"
    let created = try await caller.vendor(.chainhub, .post, path, Self.kling).json
    let id = try #require((created["task_id"] ?? created["data"]?["task_id"])?.stringValue)
    let data = try await caller.vendor(.chainhub, .get, "\(path)/\(id)").json["data"]
    let status = (data?["status"] ?? data?["task_status"])?.stringValue
    #expect(
      status == ["kling": "succeed", "record": "SUCCESS", "flat": "succeeded"][shape.rawValue])
  }

  @Test func klingIsAskedByTheOtherIDAndLists() async throws {
    let sandbox = try makeSandbox()
    let caller = Caller(sandbox: sandbox)
    var ids: [String?] = []
    for number in 1...3 {
      var body = Self.kling
      body["external_task_id"] = .string("mine/\(number)")
      let created = try await caller.vendor(.kling, .post, "/v1/videos/omni-video", body).json
      ids.append(created.at(["data", "task_id"])?.stringValue)
    }
    let base = "/v1/videos/omni-video"
    let found = try await caller.vendor(.kling, .get, "\(base)/mine%2F2").json
    #expect(found.at(["data", "task_id"])?.stringValue == ids[1])
    let page = try await caller.vendor(.kling, .get, "\(base)?pageNum=2&pageSize=2").json
    #expect(page["data"]?.arrayValue?.map { $0["task_id"]?.stringValue } == [ids[0]])
    let other = Caller(sandbox: sandbox, key: "another-key")
    #expect(try await other.vendor(.kling, .get, "\(base)/mine%2F2").json["code"] == 1203)
    #expect(try await caller.vendor(.kling, .get, "\(base)?pageSize=501").status == 400)
  }
}

extension JSONValue {
  /// The value under keys one after the other; of a list its first.
  func at(_ keys: [String]) -> JSONValue? {
    keys.reduce(self as JSONValue?) { value, key in (value?[0] ?? value)?[key] }
  }
}
