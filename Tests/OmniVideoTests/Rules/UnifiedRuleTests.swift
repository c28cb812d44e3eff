import ClientRuntime
import OmniVideo
import Testing

/// Kling's rules on unified requests, with the unified names of the fields.
@Suite struct UnifiedRuleTests {
  @Test("Every rule is broken by its requests, at the field as it was written", arguments: cases)
  func kling(broken: RuleCase) {
    broken.check(VideoProvider.offline(.kling).check(unified: broken.body))
  }

  @Test("A request file may write numbers and switches as it likes")
  func tolerant() throws {
    let loose: JSONValue = [
      "model": "kling-v3-omni", "prompt": "x", "duration": 5.0, "ratio": "16:9", "sound": "on",
      "first_frame": address, "element_list": ["5", 6, ["id": 7]],
      "watermark_info": ["enabled": true],
      "storyboard": [
        "shot_type": "customize", "multi_prompt": [["prompt": "x", "duration": "5"]],
      ],
    ]
    let request = try VideoRequest(json: loose)
    #expect(request.seconds == 5)
    #expect(request.aspectRatio == .ratio16x9)
    #expect(request.audioGeneration == true)
    #expect(request.firstFrame == .url("https://example.com/a.png"))
    #expect(request.elements.map(\.id) == [5, 6, 7])
    #expect(request.watermark == true)
    #expect(request.storyboard == .custom([.init("x", seconds: 5)]))
    #expect(try VideoRequest(json: request.json) == request)
  }

  @Test("Whatever stands anywhere, nothing crashes", arguments: ProviderID.allCases)
  func hostile(provider: ProviderID) throws {
    let values: [JSONValue] = [
      .null, true, -1, 1.5, 1e300, "", "x", [[]], [.null], ["x": .null], [["x": 5]],
      [["image_url": .null, "type": 5]], .integer(.min), "9223372036854775807", "1e400",
    ]
    let provider = VideoProvider.offline(provider)
    let names =
      ["kling/K2", "kling/K4", "kling/K8"]
      + VendorSamples.omniRouters.filter {
        $0.contains("/09") || $0.contains("/11") || $0.contains("/14") || $0.contains("/19")
      }
    let samples = try names.map { try VendorSamples.value($0) }
    for sample in samples {
      for place in places(in: sample, depth: 5) {
        for value in values {
          let body = place(sample, value)
          _ = provider.check(native: body)
          _ = provider.check(unified: body, strict: true)
        }
      }
    }
    for value in values {
      #expect(!provider.check(native: value).errors.isEmpty || value.objectValue != nil)
      #expect(!provider.check(unified: value).errors.isEmpty)
    }
  }

  private typealias Change = (JSONValue, JSONValue) -> JSONValue

  /// Ways of putting a value at each place of another.
  private func places(in value: JSONValue, depth: Int) -> [Change] {
    guard depth > 0 else { return [] }
    switch value {
    case .object(let members):
      return members.keys.sorted().flatMap { key -> [Change] in
        let inner = places(in: members[key] ?? .null, depth: depth - 1).map { change -> Change in
          { whole, new in whole.with(key, change(whole[key] ?? .null, new)) }
        }
        return inner + [{ whole, new in whole.with(key, new) }]
      }
    case .array(let items):
      return items.indices.flatMap { index -> [Change] in
        let inner: [Change] = places(in: items[index], depth: depth - 1).map { change -> Change in
          { whole, new in whole.with(index, change(whole[index] ?? .null, new)) }
        }
        return inner + [{ whole, new in whole.with(index, new) }]
      }
    default: return []
    }
  }
}

extension JSONValue {
  fileprivate func with(_ key: String, _ value: JSONValue) -> JSONValue {
    var copy = self
    copy[key] = value
    return copy
  }

  fileprivate func with(_ index: Int, _ value: JSONValue) -> JSONValue {
    var items = arrayValue ?? []
    if items.indices.contains(index) { items[index] = value }
    return .array(items)
  }
}

private let address: JSONValue = "https://example.com/a.png"
private let film: JSONValue = "https://example.com/a.mp4"
private let plain: JSONValue = [
  "model": "Kling-3.0-omni", "prompt": "words", "aspect_ratio": "16:9", "seconds": "5",
]
private let place = "metadata.ext_info.AdditionalParameters"

private func broken(
  _ name: String, _ change: JSONValue, errors: [String] = [], warnings: [String] = []
) -> RuleCase {
  RuleCase(name: name, body: plain.with(change), errors: errors, warnings: warnings)
}

private func parameters(_ value: JSONValue) -> JSONValue {
  ["metadata": ["ext_info": ["AdditionalParameters": value]]]
}

private func shots(_ durations: JSONValue...) -> JSONValue {
  .array(
    durations.enumerated().map {
      ["index": .integer(Int64($0 + 1)), "prompt": "x", "duration": $1]
    })
}

private func text(_ count: Int) -> JSONValue { .string(String(repeating: "海", count: count)) }

private let cases: [RuleCase] = [
  broken("sound", [:]),
  broken("R1", ["storyboard": [["prompt": "x", "seconds": 5]]], warnings: ["R1 prompt"]),
  broken(
    "R2", ["storyboard": "smart", "firstframe": address, "aspect_ratio": nil],
    errors: ["R2 firstframe"]),
  broken(
    "R3", parameters(["multi_shot": false, "shot_type": "customize"]),
    errors: ["R3 \(place).multi_shot"]),
  broken("R4", parameters(["multi_shot": true]), errors: ["R4 \(place).shot_type"]),
  broken(
    "R5", parameters(["multi_shot": true, "shot_type": "smartest"]),
    errors: ["R5 \(place).shot_type"]),
  broken("R6", ["prompt": ""], errors: ["R6 prompt"]),
  broken("R7", ["prompt": text(2501)], errors: ["R7 prompt"]),
  broken("R8", ["prompt": "<<<image_1>>>"], warnings: ["R8 prompt"]),
  broken(
    "R9", parameters(["multi_shot": true, "shot_type": "customize"]),
    errors: ["R9 \(place).multi_prompt"]),
  broken("R10", ["prompt": nil, "storyboard": []], errors: ["R10 storyboard"]),
  broken(
    "R11", ["prompt": nil, "storyboard": [["prompt": text(513), "seconds": 5]]],
    errors: ["R11 storyboard[0].prompt"]),
  broken(
    "R12",
    [
      "prompt": nil,
      "storyboard": [["prompt": "x", "seconds": 0], ["prompt": "x", "seconds": 5]],
    ],
    errors: ["R12 storyboard[0].seconds"]),
  broken(
    "R13",
    (["prompt": nil] as JSONValue).with(
      parameters(["multi_shot": true, "shot_type": "customize", "multi_prompt": shots(6)])),
    errors: ["R13 \(place).multi_prompt[0].duration"]),
  broken("R14", ["prompt": nil, "storyboard": shots(2, 2)], errors: ["R14 storyboard"]),
  broken(
    "R15", ["prompt": nil, "storyboard": [["prompt": "x"]]], errors: ["R15 storyboard[0].seconds"]),
  broken("R17", ["lastframe": address], errors: ["R17 lastframe"]),
  broken(
    "R19",
    [
      "firstframe": address, "videos": [film], "video_reference_type": "base", "seconds": nil,
      "aspect_ratio": nil,
    ], errors: ["R19 firstframe"]),
  broken(
    "R26",
    [
      "videos": [film], "video_reference_type": "feature",
      "images": .array(Array(repeating: address, count: 5)),
    ], errors: ["R26 images"]),
  broken("R27", ["images": .array(Array(repeating: address, count: 8))], errors: ["R27 images"]),
  broken(
    "R28",
    [
      "model": "Kling-o1", "aspect_ratio": nil, "firstframe": address,
      "images": [address, address],
    ], errors: ["R28 firstframe"]),
  broken(
    "R30", ["aspect_ratio": nil, "firstframe": address, "elements": [1, 2, 3, 4]],
    errors: ["R30 elements"]),
  broken(
    "R32",
    [
      "model": "Kling-o1", "aspect_ratio": nil, "firstframe": address, "lastframe": address,
      "elements": [1],
    ], errors: ["R32 elements"]),
  broken(
    "R36", ["videos": [film], "seconds": nil, "aspect_ratio": nil],
    warnings: ["R36 video_reference_type"]),
  broken(
    "R37", ["videos": [film], "video_reference_type": "style"], errors: ["R37 video_reference_type"]
  ),
  broken(
    "R38",
    [
      "videos": ["AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDE="], "video_reference_type": "feature",
    ], errors: ["R38 videos[0]"]),
  broken(
    "R41", ["videos": [film], "video_reference_type": "feature", "audio_generation": "Enabled"],
    errors: ["R41 audio_generation"]),
  broken(
    "R46", ["videos": [film, film], "video_reference_type": "feature"], errors: ["R46 videos"]),
  broken("R50", ["aspect_ratio": nil], warnings: ["R50 aspect_ratio"]),
  broken("R51", ["aspect_ratio": "4:3"], errors: ["R51 aspect_ratio"]),
  broken(
    "R52", ["videos": [film], "video_reference_type": "base", "aspect_ratio": nil],
    warnings: ["R52 seconds"]),
  broken("R55", ["seconds": 16], errors: ["R55 seconds"]),
  broken("C1", ["model": "Kling-o1", "seconds": 7], warnings: ["C1 seconds"]),
  broken("T1", ["seconds": "five"], errors: ["T1 seconds"]),
  broken("T3", ["elements": ["girl"]], errors: ["T3 elements[0]"]),
  broken("T4", parameters(["multi_shot": "true"]), errors: ["T4 \(place).multi_shot"]),
  broken("T5", ["model": "Kling-3.0"], errors: ["T5 model"]),
  broken("T6", ["firstFrame": address], errors: ["T6 firstFrame"]),
  broken("U1", ["negative_prompt": "rain"], errors: ["U1 negative_prompt"]),
  broken("U2", ["model": nil], errors: ["U2 model"]),
  broken("U3", ["resolution": "540p"], errors: ["U3 resolution"]),
  broken("U4", ["metadata": ["aspect_ratio": "9:16"]], errors: ["U4 metadata.aspect_ratio"]),
  broken("U4: the same is fine", ["metadata": ["aspect_ratio": "16:9", "duration": 5]]),
]
