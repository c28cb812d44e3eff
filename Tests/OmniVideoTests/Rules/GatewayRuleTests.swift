import ClientRuntime
import OmniVideo
import Testing

@Suite struct GatewayRuleTests {
  @Test("OmniRouters' rules", arguments: omniRoutersCases)
  func omniRouters(broken: RuleCase) {
    broken.check(VideoProvider.offline(.omnirouters).check(native: broken.body))
  }

  @Test("OrcaRouter's rules", arguments: orcaRouterCases)
  func orcaRouter(broken: RuleCase) {
    broken.check(VideoProvider.offline(.orcarouter).check(native: broken.body))
  }

  @Test("ChainHub's rules", arguments: chainHubCases)
  func chainHub(broken: RuleCase) {
    broken.check(VideoProvider.offline(.chainhub).check(native: broken.body))
  }

  @Test("The rules of New API gateways", arguments: newAPICases)
  func newAPI(broken: RuleCase) {
    broken.check(VideoProvider.offline(.newapi).check(native: broken.body))
  }

  @Test("The vendors' own samples break none")
  func samples() throws {
    let folders: [(ProviderID, String)] = [
      (.omnirouters, "seed000"), (.chainhub, "seed002"), (.newapi, "seed003"),
    ]
    for (provider, folder) in folders {
      let names = VendorSamples.names(in: folder)
      #expect(!names.isEmpty)
      for name in names {
        let body = try VendorSamples.value(name)
        let report = VideoProvider.offline(provider).check(native: body)
        #expect(report.errors == [], "\(name)")
      }
    }
  }
}

private func broken(
  _ name: String, _ body: JSONValue, _ change: JSONValue, errors: [String] = [],
  warnings: [String] = []
) -> RuleCase {
  RuleCase(name: name, body: body.with(change), errors: errors, warnings: warnings)
}

private func text(_ count: Int) -> JSONValue { .string(String(repeating: "海", count: count)) }

// MARK: OmniRouters

private let omni: JSONValue = [
  "model": "Kling-3.0-omni", "resolution": "1080p", "prompt": "words", "seconds": "5",
  "aspect_ratio": "16:9",
]
private let veo = omni.with(["model": "Veo-3.1", "seconds": "8"])
private let vidu = omni.with(["model": "Vidu-q2"])
private let address: JSONValue = "https://example.com/a.png"

private let omniRoutersCases: [RuleCase] = [
  RuleCase(name: "sound", body: omni),
  broken("G1", omni, ["firstFrame": address], errors: ["G1 firstFrame"]),
  broken("G1: case", omni, ["Aspect_ratio": "16:9"], errors: ["G1 Aspect_ratio"]),
  broken("G1: type", omni, ["prompt": 5], errors: ["G1 prompt"]),
  broken("G1: list", omni, ["images": address], errors: ["G1 images"]),
  broken("G1: in a list", omni, ["videos": [5]], errors: ["G1 videos[0]"]),
  broken("G1: metadata", omni, ["metadata": "x"], errors: ["G1 metadata"]),
  broken("G1: subjects", omni, ["subject_infos": [5]], errors: ["G1 subject_infos[0]"]),
  broken("G2", omni, ["seconds": 5], errors: ["G2 seconds"]),
  broken("G2: no number", omni, ["seconds": "5s"], errors: ["G2 seconds"]),
  broken("G2: fraction", omni, ["seconds": "5.0"], errors: ["G2 seconds"]),
  broken("G2: nothing", omni, ["seconds": "0"], errors: ["G2 seconds"]),
  broken("U2", omni, ["model": nil], errors: ["U2 model"]),
  broken("U2: prompt", omni, ["prompt": " "], errors: ["U2 prompt"]),
  broken("C12", veo, ["prompt": nil, "images": [address]], warnings: ["C12 prompt"]),
  broken("U5", omni, ["images": ["/home/me/a.png"]], errors: ["U5 images[0]"]),
  broken(
    "U5: frame", omni, ["firstframe": "data:image/png;base64,AAAA"], errors: ["U5 firstframe"]),
  broken(
    "C11", omni, ["metadata": ["scene_type": "template_effect"]],
    warnings: ["C11 metadata.scene_type"]),
  broken(
    "C7", omni,
    [
      "metadata": [
        "ext_info": [
          "AdditionalParameters": [
            "multi_shot": true, "shot_type": "customize",
            "multi_prompt": [["index": 1, "prompt": "x", "duration": "5"]],
          ]
        ]
      ]
    ],
    warnings: ["C7 metadata.ext_info.AdditionalParameters.multi_prompt[0].duration"]),
  broken("C21", veo, ["images": [address, address, address]], warnings: ["C21 images"]),
  broken(
    "C21: four", veo, ["images": [address, address, address, address]], errors: ["C21 images"]),
  broken("C22", vidu, ["prompt": text(2001)], warnings: ["C22 prompt"]),
  broken("C22: too many", vidu, ["prompt": text(5001)], errors: ["C22 prompt"]),
  broken("C22: fits", vidu, ["prompt": text(2000)]),
  broken("R7 of Kling", omni, ["prompt": text(2501)], errors: ["R7 prompt"]),
  broken("R17 of Kling", omni, ["lastframe": address], errors: ["R17 lastframe"]),
  broken(
    "R27 of Kling", omni, ["images": .array(Array(repeating: address, count: 8))],
    errors: ["R27 images"]),
  broken(
    "R37 of Kling", omni,
    ["videos": ["https://example.com/a.mp4"], "video_reference_type": "style"],
    errors: ["R37 video_reference_type"]),
  broken(
    "R19 of Kling", omni,
    ["videos": [film], "video_reference_type": "base", "firstframe": address],
    errors: ["R19 firstframe"]),
  broken(
    "R2 of Kling", omni,
    [
      "firstframe": address,
      "metadata": parameters(["multi_shot": true, "shot_type": "intelligence"]),
    ], errors: ["R2 firstframe"]),
  broken(
    "R32 of Kling", omni,
    [
      "model": "Kling-o1", "firstframe": address, "lastframe": address,
      "metadata": parameters(["element_list": [["element_id": 1]]]),
    ], errors: ["R32 metadata.ext_info.AdditionalParameters.element_list"]),
  broken(
    "U2: no price", veo, ["seconds": nil, "resolution": nil],
    warnings: ["U2 resolution", "U2 seconds"]),
  broken(
    "U2: subjects", vidu, ["subject_infos": [["id": "s1"]]],
    warnings: ["U2 subject_infos[0].name"]),
  broken("U3: switch", omni, ["audio_generation": "on"], warnings: ["U3 audio_generation"]),
  broken("U3: region", omni, ["input_region": "Mars"], warnings: ["U3 input_region"]),
  broken(
    "U3: Veo", veo, ["videos": [film], "video_reference_type": "base"],
    warnings: ["U3 video_reference_type"]),
  broken("U3: model", omni, ["model": "Kling-9"], warnings: ["U3 model"]),
  broken("U3: case", omni, ["model": "kling-3.0-omni"], warnings: ["U3 model"]),
  broken("U7", omni, ["enable_bgm": "Enabled"], warnings: ["U7 enable_bgm"]),
  broken("U7: Vidu's", vidu, ["enable_bgm": "Enabled"]),
  RuleCase(
    name: "U7: Seedance",
    body: [
      "model": "doubao-seedance-2-0-260128", "prompt": "words", "seconds": "5",
      "aspect_ratio": "16:9",
    ], warnings: ["U7 aspect_ratio"]),
  broken("U8", omni, ["seconds": "16"], warnings: ["U8 seconds"]),
  broken(
    "U8: images", vidu, ["images": .array(Array(repeating: address, count: 8))],
    warnings: ["U8 images"]),
]

private let film: JSONValue = "https://example.com/a.mp4"

private func parameters(_ value: JSONValue) -> JSONValue {
  ["ext_info": ["AdditionalParameters": value]]
}

// MARK: OrcaRouter

private func orca(_ model: String, _ metadata: JSONValue = [:], _ others: JSONValue = [:])
  -> JSONValue
{
  let body: JSONValue = ["model": .string(model), "prompt": "words", "metadata": metadata]
  return body.with(others)
}

private let omniModel = "kling/kling-v3-omni"
private let video: JSONValue = ["video_url": "https://example.com/a.mp4", "refer_type": "feature"]
private let picture: JSONValue = ["image_url": "https://example.com/a.png"]

private let orcaRouterCases: [RuleCase] = [
  RuleCase(name: "sound", body: orca(omniModel, ["duration": "15", "mode": "4k", "sound": "on"])),
  RuleCase(name: "G5", body: orca("kling-v3-omni"), errors: ["G5 model"]),
  RuleCase(name: "G5: none such", body: orca("kling/kling-v9"), errors: ["G5 model"]),
  RuleCase(name: "G6", body: orca(omniModel, [:], ["prompt": " "]), errors: ["G6 prompt"]),
  RuleCase(name: "G6: shots", body: orca(omniModel, [:], ["prompt": nil]), errors: ["G6 prompt"]),
  RuleCase(
    name: "G7", body: orca("kling/kling-v2-6", ["mode": "4k"]), errors: ["G7 metadata.mode"]),
  RuleCase(name: "G7: word", body: orca(omniModel, ["mode": "fast"]), errors: ["G7 metadata.mode"]),
  RuleCase(name: "G8", body: orca(omniModel, ["duration": 5]), errors: ["G8 metadata.duration"]),
  RuleCase(
    name: "G8: v2", body: orca("kling/kling-v2-6", ["duration": "8"]),
    errors: ["G8 metadata.duration"]),
  RuleCase(
    name: "G8: v3", body: orca("kling/kling-v3", ["duration": "16"]),
    errors: ["G8 metadata.duration"]),
  RuleCase(
    name: "G8: O1", body: orca("kling/kling-video-o1", ["duration": "7"]),
    warnings: ["G8 metadata.duration"]),
  RuleCase(
    name: "G9", body: orca(omniModel, ["negative_prompt": "rain"]),
    errors: ["G9 metadata.negative_prompt"]),
  RuleCase(
    name: "G9: scale", body: orca("kling/kling-v3", ["cfg_scale": 1.5]),
    errors: ["G9 metadata.cfg_scale"]),
  RuleCase(
    name: "G9: v2", body: orca("kling/kling-v2-6", ["cfg_scale": 0.5]),
    errors: ["G9 metadata.cfg_scale"]),
  RuleCase(
    name: "G9: fine",
    body: orca(
      "kling/kling-v3", ["cfg_scale": 1, "image_tail": address, "negative_prompt": text(2500)],
      ["image": address])),
  RuleCase(
    name: "G9: long", body: orca("kling/kling-v3", ["negative_prompt": text(2501)]),
    errors: ["G9 metadata.negative_prompt"]),
  RuleCase(
    name: "G10", body: orca("kling/kling-v3", ["image_list": [picture]]),
    errors: ["G10 metadata.image_list"]),
  RuleCase(
    name: "G10: 4k", body: orca(omniModel, ["video_list": [video], "mode": "4k"]),
    errors: ["G10 metadata.mode"]),
  RuleCase(
    name: "G11",
    body: orca("kling/kling-video-o1", ["multi_shot": true, "shot_type": "intelligence"]),
    errors: ["G11 metadata.multi_shot"]),
  RuleCase(
    name: "G11: sound", body: orca("kling/kling-v2-6", ["sound": "on", "mode": "std"]),
    errors: ["G11 metadata.sound"]),
  RuleCase(name: "G11: pro", body: orca("kling/kling-v2-6", ["sound": "on", "mode": "pro"])),
  RuleCase(
    name: "R17 of Kling",
    body: orca(omniModel, ["image_list": [picture.with(["type": "end_frame"])]]),
    errors: ["R17 metadata.image_list[0].type"]),
  RuleCase(
    name: "R41 of Kling", body: orca(omniModel, ["video_list": [video], "sound": "on"]),
    errors: ["R41 metadata.sound"]),
  RuleCase(
    name: "R7 of Kling", body: orca(omniModel, [:], ["prompt": text(2501)]), errors: ["R7 prompt"]),
  RuleCase(
    name: "T1 of Kling",
    body: orca(
      omniModel,
      [
        "multi_shot": true, "shot_type": "customize",
        "multi_prompt": [["index": 1, "prompt": "x", "duration": 5]],
      ]), errors: ["T1 metadata.multi_prompt[0].duration"]),
  RuleCase(
    name: "C6", body: orca(omniModel, shots(2, 3)),
    warnings: ["C6 metadata.multi_prompt[0].duration"]),
  RuleCase(name: "C6: fine", body: orca(omniModel, shots(3, 3))),
  RuleCase(name: "T6", body: orca(omniModel, [:], ["duration": "5"]), errors: ["T6 duration"]),
  RuleCase(name: "U7", body: orca(omniModel, ["ratio": "16:9"]), warnings: ["U7 metadata.ratio"]),
  RuleCase(
    name: "G5: another Seedance", body: orca("byteplus/seedance-9"), warnings: ["G5 model"]),
  RuleCase(
    name: "S5", body: orca("byteplus/dreamina-seedance-2-0-260128", ["duration": "5"]),
    errors: ["S5 metadata.duration"]),
  RuleCase(name: "Seedance", body: orca("byteplus/dreamina-seedance-2-0-260128", ["duration": 15])),
]

private func shots(_ lengths: Int...) -> JSONValue {
  let list = lengths.enumerated().map { index, length -> JSONValue in
    [
      "index": .integer(Int64(index + 1)), "prompt": "x", "duration": .string("\(length)"),
    ]
  }
  return [
    "multi_shot": true, "shot_type": "customize", "multi_prompt": .array(list),
    "duration": .string("\(lengths.reduce(0, +))"),
  ]
}

// MARK: ChainHub

private let hub: JSONValue = [
  "model_name": "kling-video-o1", "prompt": "words", "mode": "pro", "duration": "5",
  "aspect_ratio": "16:9",
]

private let chainHubCases: [RuleCase] = [
  RuleCase(name: "sound", body: hub),
  broken("G20", hub, ["mode": nil], errors: ["G20 mode"]),
  broken("G20: model", hub, ["model_name": nil], errors: ["G20 model_name"]),
  broken("G20: prompt", hub, ["prompt": nil], errors: ["G20 prompt"]),
  broken("G20: empty", hub, ["prompt": ""], errors: ["G20 prompt"]),
  broken("G20: its own example", hub, ["duration": nil], warnings: ["G20 duration"]),
  broken("T5", hub, ["model_name": "kling-v3-omni"], errors: ["T5 model_name"]),
  broken("T6", hub, ["sound": "on"], errors: ["T6 sound"]),
  broken("R49", hub, ["mode": "4k"], errors: ["R49 mode"]),
  broken("R55", hub, ["duration": "11"], errors: ["R55 duration"]),
  broken("C1", hub, ["duration": "7"], warnings: ["C1 duration"]),
  broken("T1", hub, ["duration": 5], errors: ["T1 duration"]),
  broken("R7", hub, ["prompt": text(2501)], errors: ["R7 prompt"]),
  broken(
    "R17", hub, ["image_list": [picture.with(["type": "end_frame"])]],
    errors: ["R17 image_list[0].type"]),
  broken(
    "R39", hub,
    [
      "aspect_ratio": nil,
      "image_list": [picture.with(["type": "first_frame"]), picture.with(["type": "end_frame"])],
      "video_list": [video.with(["refer_type": "base"])],
    ], errors: ["R39 video_list[0].refer_type"], warnings: ["R52 duration"]),
]

// MARK: New API

private let grok: JSONValue = ["model": "grok-imagine-1.0-video", "prompt": "words"]
private let kling: JSONValue = [
  "model": "kling-video", "model_name": "kling-v2-6", "mode": "t2v", "prompt": "words",
  "duration": 5,
]

private let newAPICases: [RuleCase] = [
  RuleCase(name: "sound", body: grok),
  RuleCase(name: "sound Kling", body: kling),
  broken("U2", grok, ["model": nil], errors: ["U2 model"]),
  broken("T6", grok, ["firstframe": address], errors: ["T6 firstframe"]),
  broken("G14", grok, ["mode": "i2v"], errors: ["G14 image_url"]),
  broken("G14: t2v", grok, ["mode": "t2v", "prompt": nil], errors: ["G14 prompt"]),
  broken(
    "G14: both", grok, ["mode": "i2v_first_last", "image_url": address],
    errors: ["G14 end_image_url"]),
  broken("G14: references", grok, ["mode": "reference_images"], errors: ["G14 reference_images"]),
  broken("G14: material", grok, ["mode": "reference_material"], errors: ["G14 image_urls"]),
  broken(
    "G14: material is fine", grok,
    ["mode": "reference_material", "audio_urls": ["https://example.com/a.mp3"]]),
  broken("G15", kling, ["model_name": nil], errors: ["G15 model_name"]),
  broken("G15: none such", kling, ["model_name": "kling-v3-omni"], errors: ["G15 model_name"]),
  broken("G15: i2v", kling, ["mode": "i2v"], errors: ["G15 image"]),
  broken(
    "G15: several", kling, ["mode": "multi_i2v", "image_list": []], errors: ["G15 image_list"]),
  broken("G15: extend", kling, ["mode": "extend", "prompt": nil], errors: ["G15 video_id"]),
  broken("G15: mode", kling, ["mode": "pro"], errors: ["G15 mode"]),
  broken("G16", grok, ["seconds": "5", "duration": 6], errors: ["G16 duration"]),
  broken("G16: no number", grok, ["duration": "long"], errors: ["G16 duration"]),
  broken("C9", grok, ["seconds": 10], warnings: ["C9 seconds"]),
  broken(
    "G17", grok, ["model": "gemini-omni", "mode": "i2v", "image_url": address], errors: ["G17 mode"]
  ),
  broken("G18", grok, ["model": "sora-2-official"], errors: ["G18 model"], warnings: ["U3 model"]),
  broken("U7", kling, ["size": "1280x718"], errors: ["U7 size"]),
  broken("U7: known", kling, ["size": "720x1280"]),
  broken(
    "U7: Veo", grok, ["model": "veo3.1", "mode": "i2v", "image_url": address],
    warnings: ["U7 image_url"]),
  broken("G17: length", grok, ["model": "gemini-omni", "seconds": "5"], warnings: ["G17 seconds"]),
  broken("G17: fits", grok, ["model": "gemini-omni", "seconds": "6", "duration": 6]),
  broken("U3: unlisted", grok, ["model": "grok-video-9"], warnings: ["U3 model"]),
  broken("U8", grok, ["model": "sora-2", "seconds": "5"], warnings: ["U8 seconds"]),
  broken("U3", grok, ["model": "sora-2", "size": "1792x1024"], warnings: ["U3 size"]),
  broken("U3: Pro", grok, ["model": "sora-2-pro", "size": "1792x1024"]),
]
