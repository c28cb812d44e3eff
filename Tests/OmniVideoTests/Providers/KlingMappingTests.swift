import ClientRuntime
import OmniVideo
import Testing

/// A sample of OmniRouters' page, and what becomes of it with Kling itself.
struct KlingConversion: Sendable, CustomTestStringConvertible {
  var sample: String
  /// The body, or nothing where the request is refused.
  var body: JSONValue?
  var findings: [String] = []

  var testDescription: String { sample }
}

private let girl = "一个女孩在海边回头微笑"
private let dance = "女孩抱着小狗跳舞"
private let folder = "https://ark-project.tos-cn-beijing.volces.com/doc_image/"
private let first: JSONValue = ["image_url": .string(folder + "seepro_first_frame.jpeg")]
private let second: JSONValue = ["image_url": .string(folder + "seelite_ref_2.png")]
private let image: JSONValue = ["image_url": "https://example.com/ref-image.jpg"]
private let parameters = "metadata.ext_info.AdditionalParameters"

private func video(_ type: JSONValue, _ name: String = "ref-video") -> JSONValue {
  ["video_url": .string("https://example.com/\(name).mp4"), "refer_type": type]
}

private func omni(_ prompt: String, _ others: JSONValue) -> JSONValue {
  let body: JSONValue = [
    "model_name": "kling-v3-omni", "mode": "pro", "duration": "5", "prompt": .string(prompt),
  ]
  return body.with(others)
}

private let conversions: [KlingConversion] = [
  KlingConversion(
    sample: "01-text-to-video", body: omni(girl, ["aspect_ratio": "16:9"])),
  KlingConversion(
    sample: "02-image-to-video", body: omni(girl, ["image_list": [first, second]]),
    findings: ["R50 aspect_ratio"]),
  KlingConversion(
    sample: "03-audio-video-co-generation",
    body: omni(
      dance, ["image_list": [first, second], "aspect_ratio": "16:9", "sound": "on"]),
    findings: ["U6 input_region"]),
  KlingConversion(
    sample: "04-first-last-frame-video",
    body: omni(
      "一个女孩在海边回头微笑,镜头缓慢推进",
      [
        "image_list": [
          ["image_url": "https://example.com/first.jpg", "type": "first_frame"],
          ["image_url": "https://example.com/last.jpg", "type": "end_frame"],
        ]
      ])),
  KlingConversion(
    sample: "05-vidu-background-music", findings: ["T5 model", "U6 enable_bgm"]),
  KlingConversion(
    sample: "06-vidu-subject-creation-and-voice-mapping",
    findings: ["T5 model", "U1 metadata.vidu_q2_object_ids", "U1 metadata.vidu_q2_voice_map"]),
  KlingConversion(
    sample: "07-vidu-video-reference",
    findings: ["T5 model", "R36 video_reference_type", "R54 aspect_ratio", "R52 seconds"]),
  KlingConversion(
    sample: "08-vidu-image-video-mixed-reference",
    findings: ["T5 model", "R36 video_reference_type", "R54 aspect_ratio", "R52 seconds"]),
  KlingConversion(
    sample: "09-vidu-q3-mix-reference-subject-control", findings: ["T5 model", "U1 subject_infos"]),
  KlingConversion(
    sample: "10-kling-smart-storyboard",
    body: omni(
      "女孩抱着小狗跳舞,镜头自然切换,主体一致性优先",
      [
        "image_list": [first], "aspect_ratio": "16:9", "multi_shot": true,
        "shot_type": "intelligence",
      ]),
    findings: ["U6 metadata.scene_type"]),
  KlingConversion(
    sample: "11-kling-custom-storyboard",
    body: omni(
      dance,
      [
        "prompt": nil, "image_list": [first], "aspect_ratio": "16:9", "multi_shot": true,
        "shot_type": "customize",
        "multi_prompt": [
          ["index": 1, "prompt": "女孩抱着小狗在公园转圈起舞,近景,柔和阳光", "duration": "2"],
          ["index": 2, "prompt": "镜头拉远,女孩和小狗继续舞动,背景树影摇曳", "duration": "3"],
        ],
      ]),
    findings: ["R1 prompt", "U6 metadata.scene_type"]),
  KlingConversion(
    sample: "12-kling-subject-consistency",
    body: omni(
      "女孩抱着小狗跳舞,主体一致性优先",
      ["image_list": [first], "aspect_ratio": "16:9", "element_list": [["element_id": 12345]]]),
    findings: ["U6 metadata.scene_type"]),
  KlingConversion(
    sample: "13-kling-video-reference-generation",
    body: omni(
      "参考 <<<video_1>>> 的动作和镜头节奏,生成一个新视频",
      ["video_list": [video("feature")], "aspect_ratio": "16:9"])),
  KlingConversion(
    sample: "14-kling-video-editing",
    body: [
      "model_name": "kling-video-o1", "mode": "pro",
      "prompt": "基于 <<<video_1>>> 进行编辑,让人物服装更换为现代风格",
      "video_list": [video("base", "source-video").with(["keep_original_sound": "yes"])],
    ], findings: ["R52 seconds", "R54 aspect_ratio"]),
  KlingConversion(
    sample: "15-kling-image-video-mixed-reference",
    body: omni(
      "参考 <<<image_1>>> 的人物形象,结合 <<<video_1>>> 的动作和镜头节奏,生成一个新视频",
      [
        "image_list": [image], "video_list": [video("feature")], "aspect_ratio": "16:9",
      ])),
  KlingConversion(
    sample: "16-kling-subject-reference",
    findings: ["T5 model", "U1 subject_infos"]),
]

@Suite struct KlingMappingTests {
  private let kling = VideoProvider.offline(.kling)

  @Test("OmniRouters' samples become Kling's bodies, or are refused", arguments: conversions)
  func conversion(_ conversion: KlingConversion) throws {
    let request = try VideoRequest(json: VendorSamples.value("seed000/\(conversion.sample)"))
    let body = try? kling.map(request)
    #expect(body?.body == conversion.body)
    let report = kling.check(request)
    let lines = (report.errors + report.warnings).map { "\($0.rule) \($0.path)" }
    #expect(lines.sorted() == conversion.findings.sorted())
    #expect(report.errors.isEmpty == (conversion.body != nil))
  }
}
