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
  static let frame: JSONValue = ["image_url": "https://e.com/a.png", "type": "first_frame"]
  static let end: JSONValue = ["image_url": "https://e.com/a.png", "type": "end_frame"]

  /// The beginning of a PNG, as base64.
  static func picture(_ width: Int, _ height: Int) -> String {
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    var bytes = Data(head)
    bytes += Data("IHDR".utf8)
    for number in [width, height] { bytes += [0, 0, UInt8(number >> 8), UInt8(number & 255)] }
    return bytes.base64EncodedString()
  }

  static func seedance(_ metadata: JSONValue) -> [String: JSONValue?] {
    ["model": "byteplus/dreamina-seedance-2-0-260128", "metadata": metadata]
  }

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

  static let inputs: [Case] = [
    Case(.kling, ["image_list": [["image_url": "/home/me/a.png"]]], 400, 1201),
    Case(.kling, ["image_list": [["image_url": .string(picture(299, 300))]]], 400, 1201),
    Case(.kling, ["image_list": [["image_url": .string(picture(300, 751))]]], 400, 1201),
    Case(.kling, ["image_list": [["image_url": "R0lGODlhAQABAAAAACw="]]], 400, 1201),
    Case(.kling, ["image_list": [frame, image, image]], 400, 1201),
    Case(
      .kling, ["image_list": [frame, end], "element_list": [["element_id": 1]]], 400, 1201),
    Case(
      .kling,
      [
        "model_name": "kling-v3-omni", "image_list": [frame],
        "element_list": .array((1...4).map { ["element_id": .integer($0)] }),
      ], 400, 1201),
    Case(.kling, ["video_list": [["video_url": "AAAAIGZ0eXBpc29t"]]], 400, 1201),
    Case(.kling, ["mode": "4k"], 400, 1201),
    Case(.kling, ["watermark_info": ["enabled": "true"]], 400, 1200),
    Case(.kling, ["prompt": " "], 400, 1201),
  ]

  static let gateways: [Case] = [
    Case(
      .orcarouter, ["model": "kling/kling-v2-6", "metadata": ["duration": "7"]], 400,
      "invalid_request"),
    Case(.orcarouter, ["metadata": ["cfg_scale": 0.5]], 400, "invalid_request"),
    Case(.orcarouter, ["metadata": ["image_list": [end]]], 400, "invalid_request"),
    Case(
      .orcarouter, ["model": "kling/kling-v2-6", "metadata": ["sound": "on", "mode": "std"]], 400,
      "invalid_request"),
    Case(.orcarouter, seedance(["duration": 3]), 400, "invalid_request"),
    Case(.orcarouter, seedance(["duration": "5"]), 400, "invalid_json"),
    Case(
      .orcarouter,
      seedance(["content": [["type": "audio_url", "audio_url": ["url": "https://a"]]]]),
      400, "invalid_request"),
    Case(
      .orcarouter,
      seedance([
        "content": [
          ["type": "image_url", "image_url": ["url": "https://a"], "role": "first_frame"],
          ["type": "image_url", "image_url": ["url": "https://a"], "role": "reference_image"],
        ]
      ]), 400, "invalid_request"),
    Case(.newapi, ["size": "100x100"], 400, "invalid_request"),
    Case(.newapi, ["model": "gemini-omni", "mode": "edit"], 400, "invalid_request"),
  ]

  @Test(arguments: cases + inputs + gateways)
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
      ["image_list": [["image_url": .string(picture(300, 750))]]],
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
