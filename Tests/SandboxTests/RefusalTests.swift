import ClientRuntime
import Foundation
import Sandbox
import Testing

/// What a vendor would refuse is refused as that vendor does, and not billed.
struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var vendor: SandboxVendor
    var change: [String: JSONValue?]
    var status: Int
    var code: JSONValue
    var testDescription: String { "\(vendor) \(change)" }

    init(
      _ vendor: SandboxVendor, _ change: [String: JSONValue?], _ status: Int, _ code: JSONValue
    ) {
      (self.vendor, self.change, self.status, self.code) = (vendor, change, status, code)
    }
  }

  static let image: JSONValue = ["image_url": "https://example.com/a.png"]
  static let cases: [Case] = [
    Case(.kling, ["prompt": ""], 400, 1201),
    Case(.kling, ["duration": 5], 400, 1200),
    Case(.kling, ["duration": "16"], 400, 1201),
    Case(.kling, ["prompt": .string(String(repeating: "长", count: 2501))], 400, 1201),
    Case(.kling, ["model_name": "kling-v3"], 400, 1201),
    Case(.kling, ["multi_shot": true], 400, 1201),
    Case(.kling, ["image_list": .array(Array(repeating: image, count: 8))], 400, 1201),
    Case(
      .kling, ["image_list": [["image_url": "https://example.com/a.png", "type": "end_frame"]]],
      400, 1201),
    Case(.kling, ["element_list": [["element_id": "12"]]], 400, 1200),
    Case(.kling, ["video_list": [["video_url": "https://e.com/v.mp4"]], "sound": "on"], 400, 1201),
    Case(.chainhub, ["duration": nil], 400, 1201),
    Case(.chainhub, ["model_name": "kling-v3-omni"], 400, 1201),
    Case(.omnirouters, ["model": nil], 400, "missing_model"),
    Case(.omnirouters, ["prompt": "  "], 400, "invalid_request"),
    Case(.omnirouters, ["seconds": 5], 400, "invalid_json"),
    Case(.omnirouters, ["seconds": "five"], 400, "invalid_request"),
    Case(.omnirouters, ["resolution": nil], 400, "invalid_request"),
    Case(.orcarouter, ["model": "kling-v3"], 404, "model_not_found"),
    Case(.orcarouter, ["metadata": ["duration": 5]], 400, "invalid_json"),
    Case(
      .orcarouter, ["model": "kling/kling-v3", "metadata": ["image_list": []]], 400,
      "invalid_request"),
    Case(.newapi, ["model": "kling-video"], 400, "invalid_request"),
    Case(.newapi, ["mode": "i2v"], 400, "invalid_request"),
    Case(.newapi, ["model": "gpt-5"], 503, "model_not_found"),
  ]

  @Test(arguments: cases)
  func isRefused(_ refused: Case) async throws {
    let sandbox = try makeSandbox()
    let flow = try #require(VendorTests.flows.first { $0.vendor == refused.vendor })
    var body = flow.body
    for (key, value) in refused.change { body[key] = value }
    let reply = try await Caller(sandbox: sandbox).vendor(flow.vendor, .post, flow.create, body)
    let code = reply.json["code"] ?? reply.json["error"]?["code"]
    #expect(reply.status == refused.status && code == refused.code, "\(reply.json)")
    #expect(sandbox.ledger.isEmpty)
  }

  /// Kling's samples as published are taken.
  @Test(
    arguments: [
      ["image_list": [image], "callback_url": "", "external_task_id": ""],
      [
        "image_list": [image],
        "video_list": [["video_url": "https://e.com/v", "refer_type": "base"]],
      ],
      [
        "model_name": "kling-v3-omni", "multi_shot": true, "shot_type": "customize", "prompt": "",
        "multi_prompt": [
          ["index": 1, "prompt": "a", "duration": "2"],
          ["index": 2, "prompt": "b", "duration": "1"],
        ], "sound": "on", "video_list": [],
      ],
    ] as [[String: JSONValue]])
  func isTaken(_ change: [String: JSONValue]) async throws {
    let sandbox = try makeSandbox()
    var body = VendorTests.kling
    for (key, value) in change { body[key] = value }
    let reply = try await Caller(sandbox: sandbox)
      .vendor(.kling, .post, "/v1/videos/omni-video", body)
    #expect(reply.status == 200, "\(reply.json)")
  }

  @Test func keysAreLookedAt() async throws {
    let sandbox = try makeSandbox { $0.secrets = ["ak_test": "sk_test"] }
    // Signed for the 14th of November 2023.
    let old =
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJha190ZXN0IiwiZXhwIjoxNzAwMDAxODAwLCJuYmYi"
      + "OjE2OTk5OTk5OTV9.eDa_F6Qhv7yHoYstKBIL6uubYWDLHLekl_49ClsUCf4"
    let keys = [("", 1001), ("wrong", 1002), (old, 1004), (String(old.dropLast(2)) + "AA", 1000)]
    for (key, code) in keys {
      let reply = try await Caller(sandbox: sandbox, key: key)
        .vendor(.kling, .get, "/v1/videos/omni-video")
      #expect(reply.status == 401 && reply.json["code"] == .integer(Int64(code)), "\(key)")
    }
    let gateway = try await Caller(sandbox: sandbox, key: "").vendor(.newapi, .get, "/v1/videos/x")
    #expect(gateway.status == 401 && gateway.json["error"]?["type"] == "new_api_error")
  }

  @Test func anAccountHasItsSlots() async throws {
    let sandbox = try makeSandbox { $0.slots = 1 }
    let path = "/v1/videos/omni-video"
    var statuses: [Int] = []
    for key in ["one", "one", "two"] {
      let caller = Caller(sandbox: sandbox, key: key)
      statuses.append(try await caller.vendor(.kling, .post, path, VendorTests.kling).status)
    }
    #expect(statuses == [200, 429, 200])
  }
}
