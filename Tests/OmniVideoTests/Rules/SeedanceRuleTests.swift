import ClientRuntime
import OmniVideo
import Testing

private let sound: JSONValue = [
  "model": "byteplus/dreamina-seedance-2-0-260128", "prompt": "words",
  "metadata": ["duration": 5, "ratio": "16:9", "resolution": "720p"],
]

private func item(_ kind: String, _ role: String, _ url: JSONValue = "https://example.com/a")
  -> JSONValue
{
  .object(["type": .string(kind), kind: ["url": url], "role": .string(role)])
}

private func with(_ content: JSONValue...) -> JSONValue {
  var body = sound
  body["metadata"] = sound["metadata"]?.with(["content": .array(content)])
  return body
}

private func many(_ count: Int, _ kind: String, _ role: String) -> JSONValue {
  var body = sound
  let list = Array(repeating: item(kind, role), count: count)
  body["metadata"] = sound["metadata"]?.with(["content": .array(list)])
  return body
}

private func metadata(_ change: JSONValue) -> JSONValue {
  var body = sound
  body["metadata"] = sound["metadata"]?.with(change)
  return body
}

private let image = "image_url"
private let cases: [RuleCase] = [
  RuleCase(name: "sound", body: sound),
  RuleCase(name: "S1: nine", body: many(9, image, "reference_image")),
  RuleCase(
    name: "S1", body: many(10, image, "reference_image"), errors: ["S1 metadata.content"]),
  RuleCase(
    name: "S1: videos", body: many(4, "video_url", "reference_video"),
    errors: ["S1 metadata.content"]),
  RuleCase(
    name: "S2", body: with(item(image, "first_frame"), item(image, "reference_image")),
    errors: ["S2 metadata.content[0].role"]),
  RuleCase(
    name: "S3", body: with(item(image, "last_frame")), errors: ["S3 metadata.content[0].role"]),
  RuleCase(name: "frames", body: with(item(image, "first_frame"), item(image, "last_frame"))),
  RuleCase(
    name: "S4", body: with(item("audio_url", "reference_audio")), errors: ["S4 metadata.content"]),
  RuleCase(name: "S5", body: metadata(["duration": "5"]), errors: ["S5 metadata.duration"]),
  RuleCase(name: "S5: short", body: metadata(["duration": 3]), errors: ["S5 metadata.duration"]),
  RuleCase(name: "S5: long", body: metadata(["duration": 16]), errors: ["S5 metadata.duration"]),
  RuleCase(name: "S6", body: metadata(["ratio": "2:1"]), errors: ["S6 metadata.ratio"]),
  RuleCase(name: "S7", body: metadata(["resolution": "4k"]), errors: ["S7 metadata.resolution"]),
  RuleCase(
    name: "S8", body: with(item("text_url", "reference_image")),
    errors: ["S8 metadata.content[0].type"]),
  RuleCase(
    name: "S8: empty", body: with(item(image, "reference_image", "")),
    errors: ["S8 metadata.content[0].image_url.url"]),
  RuleCase(
    name: "S9", body: with(item(image, "end_frame")), errors: ["S9 metadata.content[0].role"]),
  RuleCase(
    name: "S9: another type's", body: with(item("video_url", "reference_image")),
    errors: ["S9 metadata.content[0].role"]),
  RuleCase(
    name: "S10", body: with(item(image, "first_frame"), item(image, "first_frame")),
    errors: ["S10 metadata.content[1].role"]),
  RuleCase(name: "S11: none", body: metadata(["seed": -1])),
  RuleCase(name: "S11: most", body: metadata(["seed": 4_294_967_295])),
  RuleCase(name: "S11", body: metadata(["seed": 4_294_967_296]), errors: ["S11 metadata.seed"]),
  RuleCase(name: "S11: text", body: metadata(["seed": "1"]), errors: ["S11 metadata.seed"]),
  RuleCase(
    name: "S12", body: metadata(["service_tier": "flex"]), errors: ["S12 metadata.service_tier"]),
  RuleCase(
    name: "S13", body: metadata(["watermark": ["enabled": true]]),
    errors: ["S13 metadata.watermark"]),
  RuleCase(name: "S14", body: metadata(["frames": 121]), errors: ["S14 metadata.frames"]),
  RuleCase(name: "S14: draft", body: metadata(["draft": true]), errors: ["S14 metadata.draft"]),
  RuleCase(
    name: "S15", body: metadata(["execution_expires_after": 3599]),
    errors: ["S15 metadata.execution_expires_after"]),
  RuleCase(name: "S16", body: metadata(["mode": "pro"]), warnings: ["S16 metadata.mode"]),
]

/// Bodies for the older models, which New API gateways have.
private let older: [RuleCase] = [
  RuleCase(name: "S12: flex", body: one(["service_tier": "flex"])),
  RuleCase(name: "S14: frames", body: one(["frames": 121])),
  RuleCase(name: "S14: not 25 + 4n", body: one(["frames": 120]), errors: ["S14 metadata.frames"]),
]

private func one(_ metadata: JSONValue) -> JSONValue {
  ["model": "doubao-seedance-1-0-pro-250528", "prompt": "words", "metadata": metadata]
}

@Suite struct SeedanceRuleTests {
  @Test("Seedance's rules hold with OrcaRouter", arguments: cases)
  func orcaRouter(broken: RuleCase) {
    broken.check(VideoProvider.offline(.orcarouter).check(native: broken.body))
  }

  @Test("Older models have settings of their own", arguments: older)
  func newAPI(broken: RuleCase) {
    broken.check(VideoProvider.offline(.newapi).check(native: broken.body))
  }

  @Test(
    "They are reported at the fields of a unified request",
    arguments: [
      ProviderID.orcarouter, .omnirouters, .newapi,
    ])
  func unified(provider: ProviderID) {
    var request = VideoRequest(model: .seedance2, prompt: "words")
    request.seconds = 3
    request.lastFrame = .url("https://example.com/a.png")
    let report = VideoProvider.offline(provider).check(request)
    let lines = report.errors.map { "\($0.rule) \($0.path)" }
    #expect(Set(lines) == ["S3 lastframe", "S5 seconds"])
  }
}
