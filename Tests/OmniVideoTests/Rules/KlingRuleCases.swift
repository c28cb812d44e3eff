import ClientRuntime

private func broken(
  _ name: String, _ body: JSONValue, _ change: JSONValue, errors: [String] = [],
  warnings: [String] = []
) -> RuleCase {
  RuleCase(name: name, body: body.with(change), errors: errors, warnings: warnings)
}

private func text(_ count: Int, _ character: String = "x") -> JSONValue {
  .string(String(repeating: character, count: count))
}

private let video = "https://example.com/a.mp4"

let klingRuleCases: [RuleCase] =
  shotCases + promptCases + storyboardCases + frameCases + imageCases + elementCases + videoCases
  + outputCases + typeCases

private let shotCases: [RuleCase] = [
  broken("R1", Spotless.shots, ["prompt": "ignored"], warnings: ["R1 prompt"]),
  broken("R1: blank is fine", Spotless.shots, ["prompt": ""]),
  broken(
    "R2", Spotless.smart, ["image_list": [Spotless.image("first_frame")]],
    errors: ["R2 image_list[0].type"]),
  broken(
    "R2: both frames", Spotless.shots,
    ["image_list": [Spotless.image("first_frame"), Spotless.image("end_frame")]],
    errors: ["R2 image_list[0].type", "R2 image_list[1].type"]),
  broken("R3", Spotless.text, ["shot_type": "customize"], errors: ["R3 shot_type"]),
  broken(
    "R3: shots", Spotless.text, ["multi_shot": false, "multi_prompt": Spotless.shots("9")],
    errors: ["R3 multi_prompt"]),
  broken(
    "R3: both", Spotless.text, ["shot_type": "customize", "multi_prompt": Spotless.shots("5")],
    errors: ["R3 shot_type", "R3 multi_prompt"]),
  broken("R3: empty is fine", Spotless.text, ["shot_type": "", "multi_prompt": []]),
  broken("R4", Spotless.text, ["multi_shot": true], errors: ["R4 shot_type"]),
  broken(
    "R4: empty", Spotless.text, ["multi_shot": true, "shot_type": ""], errors: ["R4 shot_type"]),
  broken(
    "R5", Spotless.text, ["multi_shot": true, "shot_type": "smart"], errors: ["R5 shot_type"]),
  broken("R5: no text", Spotless.smart, ["shot_type": 1], errors: ["R5 shot_type"]),
]

private let promptCases: [RuleCase] = [
  broken("R6", Spotless.text, ["prompt": ""], errors: ["R6 prompt"]),
  broken("R6: missing", Spotless.text, ["prompt": nil], errors: ["R6 prompt"]),
  broken("R6: blank", Spotless.text, ["prompt": " \n\u{3000}"], errors: ["R6 prompt"]),
  broken("R6: smart", Spotless.smart, ["prompt": ""], errors: ["R6 prompt"]),
  broken("R6: no text", Spotless.text, ["prompt": 5], errors: ["R6 prompt"]),
  broken("R7", Spotless.text, ["prompt": text(2501)], errors: ["R7 prompt"]),
  broken("R7: just fits", Spotless.text, ["prompt": text(2500)]),
  broken("R7: Chinese fits", Spotless.text, ["prompt": text(2500, "海")]),
  broken("R7: Chinese", Spotless.text, ["prompt": text(2501, "海")], errors: ["R7 prompt"]),
  broken("R7: emoji fit", Spotless.text, ["prompt": text(2500, "🌊")]),
  broken("R7: emoji of parts", Spotless.text, ["prompt": text(500, "👩‍👩‍👧")]),
  broken(
    "R7: emoji of parts, too many", Spotless.text, ["prompt": text(501, "👩‍👩‍👧")], errors: ["R7 prompt"]
  ),
  broken(
    "R8", Spotless.text, ["prompt": "<<<image_3>>>", "image_list": Spotless.images(2)],
    warnings: ["R8 prompt"]),
  broken("R8: no video", Spotless.text, ["prompt": "<<<video_1>>>"], warnings: ["R8 prompt"]),
  broken(
    "R8: none such", Spotless.text, ["prompt": "<<<girl1>>> <<<image_0>>>"],
    warnings: ["R8 prompt", "R8 prompt"]),
  broken(
    "R8: twice the same", Spotless.text, ["prompt": "<<<video_1>>> <<<video_1>>>"],
    warnings: ["R8 prompt"]),
  broken(
    "R8: in a shot", Spotless.shots,
    ["multi_prompt": [Spotless.shot(1, "5", "<<<element_1>>>")]],
    warnings: ["R8 multi_prompt[0].prompt"]),
  broken(
    "R8: fine", Spotless.text,
    [
      "prompt": "<<<image_2>>> <<<element_1>>> <<< >>>x<<<",
      "image_list": Spotless.images(2), "element_list": Spotless.elements(1),
    ], warnings: ["R8 prompt"]),
]

private let storyboardCases: [RuleCase] = [
  broken("R9", Spotless.shots, ["multi_prompt": nil], errors: ["R9 multi_prompt"]),
  broken("R10", Spotless.shots, ["multi_prompt": []], errors: ["R10 multi_prompt"]),
  broken(
    "R10: seven", Spotless.shots,
    ["multi_prompt": Spotless.shots("1", "1", "1", "1", "1", "1", "1"), "duration": "7"],
    errors: ["R10 multi_prompt"]),
  broken(
    "R10: six", Spotless.shots,
    ["multi_prompt": Spotless.shots("1", "1", "1", "1", "1", "1"), "duration": "6"]),
  broken(
    "R10: no list", Spotless.shots, ["multi_prompt": ["index": 1]], errors: ["R10 multi_prompt"]),
  broken("R10: smart needs none", Spotless.smart, ["multi_prompt": []]),
  broken(
    "R11", Spotless.shots,
    ["multi_prompt": [["index": 1, "duration": "5", "prompt": text(513, "海")]]],
    errors: ["R11 multi_prompt[0].prompt"]),
  broken(
    "R11: just fits", Spotless.shots,
    ["multi_prompt": [["index": 1, "duration": "5", "prompt": text(512, "🌊")]]]),
  broken(
    "R12", Spotless.shots, ["multi_prompt": Spotless.shots("0", "5")],
    errors: ["R12 multi_prompt[0].duration"]),
  broken(
    "R12: alone", Spotless.shots, ["multi_prompt": Spotless.shots("3", "-1")],
    errors: ["R12 multi_prompt[1].duration"]),
  broken(
    "R12: half", Spotless.shots, ["multi_prompt": Spotless.shots("2.5", "2.5")],
    errors: ["R12 multi_prompt[0].duration", "R12 multi_prompt[1].duration"]),
  broken(
    "R13", Spotless.shots, ["multi_prompt": Spotless.shots("6")],
    errors: ["R13 multi_prompt[0].duration"]),
  broken(
    "R13: of two", Spotless.shots, ["multi_prompt": Spotless.shots("1", "6"), "duration": "5"],
    errors: ["R13 multi_prompt[1].duration"]),
  broken(
    "R14", Spotless.shots, ["multi_prompt": Spotless.shots("2", "2")], errors: ["R14 multi_prompt"]),
  broken(
    "R14: given", Spotless.shots, ["multi_prompt": Spotless.shots("2", "3"), "duration": "6"],
    errors: ["R14 multi_prompt"]),
  broken(
    "R15", Spotless.shots, ["multi_prompt": [["prompt": "x", "duration": "5"]]],
    errors: ["R15 multi_prompt[0].index"]),
  broken(
    "R15: all", Spotless.shots, ["multi_prompt": [[:]]],
    errors: [
      "R15 multi_prompt[0].index", "R15 multi_prompt[0].prompt", "R15 multi_prompt[0].duration",
    ]),
  broken(
    "R15: no object", Spotless.shots, ["multi_prompt": ["x"]], errors: ["R15 multi_prompt[0]"]),
  broken(
    "R15: prompt no text", Spotless.shots,
    ["multi_prompt": [["index": 1, "prompt": 1, "duration": "5"]]],
    errors: ["R15 multi_prompt[0].prompt"]),
  broken(
    "R15: twice", Spotless.shots, ["multi_prompt": [Spotless.shot(1, "2"), Spotless.shot(1, "3")]],
    warnings: ["R15 multi_prompt[1].index"]),
]

private let frameCases: [RuleCase] = [
  broken(
    "R16", Spotless.start,
    ["image_list": [Spotless.image("first_frame"), Spotless.image("last_frame")]],
    errors: ["R16 image_list[1].type"]),
  broken(
    "R16: alone", Spotless.text, ["image_list": [Spotless.image("last_frame")]],
    errors: ["R16 image_list[0].type"]),
  broken(
    "R17", Spotless.text, ["image_list": [Spotless.image("end_frame")]],
    errors: ["R17 image_list[0].type"]),
  broken(
    "R18", Spotless.text, ["image_list": [Spotless.image("")]], errors: ["R18 image_list[0].type"]),
  broken(
    "R18: null", Spotless.text, ["image_list": [Spotless.image(.null)]],
    errors: ["R18 image_list[0].type"]),
  broken(
    "R18: reference", Spotless.text, ["image_list": [Spotless.image("reference")]],
    errors: ["R18 image_list[0].type"]),
  broken(
    "R19", Spotless.edit, ["image_list": [Spotless.image("first_frame")]],
    errors: ["R19 image_list[0].type"]),
  broken(
    "R19: base unsaid", Spotless.start, ["video_list": [["video_url": .string(video)]]],
    errors: ["R19 image_list[0].type"]),
  broken(
    "R20", Spotless.start,
    ["image_list": [Spotless.image("first_frame"), Spotless.image("first_frame")]],
    warnings: ["R20 image_list[1].type"]),
]

private let imageCases: [RuleCase] = [
  broken(
    "R21", Spotless.text, ["image_list": [Spotless.image(nil, "/home/me/girl.png")]],
    errors: ["R21 image_list[0].image_url"]),
  broken(
    "R21: relative", Spotless.text, ["image_list": [Spotless.image(nil, "girl.png")]],
    errors: ["R21 image_list[0].image_url"]),
  broken(
    "R21: file address", Spotless.text, ["image_list": [Spotless.image(nil, "file:///a.png")]],
    errors: ["R21 image_list[0].image_url"]),
  broken(
    "R21: no text", Spotless.text, ["image_list": [Spotless.image(nil, 5)]],
    errors: ["R21 image_list[0].image_url"]),
  broken(
    "R21: no list", Spotless.text, ["image_list": "https://example.com/a.png"],
    errors: ["R21 image_list"]),
  broken(
    "R21: base64 of a JPEG is fine", Spotless.text,
    ["image_list": [Spotless.image(nil, "/9j/4AAQSkZJRgABAQAAAQABAAD")]]),
  broken(
    "C23", Spotless.text,
    ["image_list": [Spotless.image(nil, "data:image/png;base64,iVBORw0KGgo=")]],
    warnings: ["C23 image_list[0].image_url"]),
  broken(
    "R22: in base64", Spotless.text,
    ["image_list": [Spotless.image(nil, "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEA")]],
    errors: ["R22 image_list[0].image_url"]),
  broken(
    "R26", Spotless.follow,
    ["image_list": Spotless.images(3), "element_list": Spotless.elements(2)],
    errors: ["R26 image_list"]),
  broken(
    "R26: just fits", Spotless.follow,
    ["image_list": Spotless.images(2), "element_list": Spotless.elements(2)]),
  broken("R27", Spotless.text, ["image_list": Spotless.images(8)], errors: ["R27 image_list"]),
  broken(
    "R27: elements", Spotless.text, ["element_list": Spotless.elements(8)],
    errors: ["R27 element_list"]),
  broken(
    "R27: just fits", Spotless.text,
    ["image_list": Spotless.images(4), "element_list": Spotless.elements(3)]),
  broken(
    "R28", Spotless.o1,
    [
      "aspect_ratio": nil,
      "image_list": [Spotless.image(), Spotless.image(), Spotless.image("first_frame")],
    ],
    errors: ["R28 image_list[2].type"]),
  broken(
    "R28: two fit", Spotless.o1,
    ["aspect_ratio": nil, "image_list": [Spotless.image(), Spotless.image("first_frame")]]),
  broken(
    "R28: the other model", Spotless.text,
    [
      "aspect_ratio": nil,
      "image_list": [Spotless.image(), Spotless.image(), Spotless.image("first_frame")],
    ]),
  broken(
    "R29", Spotless.text, ["image_list": [Spotless.image(nil, "")]],
    errors: ["R29 image_list[0].image_url"]),
  broken(
    "R29: missing", Spotless.text, ["image_list": [[:]]], errors: ["R29 image_list[0].image_url"]),
  broken(
    "R29: null", Spotless.text, ["image_list": [Spotless.image(nil, nil)]],
    errors: ["R29 image_list[0].image_url"]),
]

private let elementCases: [RuleCase] = [
  broken(
    "R30", Spotless.start, ["element_list": Spotless.elements(4)], errors: ["R30 element_list"]),
  broken(
    "R30: the smaller limit", Spotless.start, ["element_list": Spotless.elements(9)],
    errors: ["R30 element_list"]),
  broken("R30: just fits", Spotless.start, ["element_list": Spotless.elements(3)]),
  broken(
    "R31", Spotless.startAndEnd, ["element_list": Spotless.elements(4)],
    errors: ["R31 element_list"]),
  broken(
    "R32", Spotless.startAndEnd,
    ["model_name": "kling-video-o1", "element_list": Spotless.elements(1)],
    errors: ["R32 element_list"]),
  broken("R34", Spotless.text, ["element_list": [[:]]], errors: ["R34 element_list[0].element_id"]),
  broken("R34: no object", Spotless.text, ["element_list": [5]], errors: ["R34 element_list[0]"]),
  broken("R34: no list", Spotless.text, ["element_list": 5], errors: ["R34 element_list"]),
]

private let videoCases: [RuleCase] = [
  broken(
    "R37", Spotless.follow, ["video_list": [["video_url": .string(video), "refer_type": "style"]]],
    errors: ["R37 video_list[0].refer_type"]),
  broken(
    "R38", Spotless.follow,
    ["video_list": [["video_url": "AAAAIGZ0eXBpc29tAAACAGlzb21pc28y", "refer_type": "feature"]]],
    errors: ["R38 video_list[0].video_url"]),
  broken(
    "R38: data", Spotless.follow,
    ["video_list": [["video_url": "data:video/mp4;base64,AAAA", "refer_type": "feature"]]],
    errors: ["R38 video_list[0].video_url"]),
  broken(
    "R38: path", Spotless.follow,
    ["video_list": [["video_url": "/a.mp4", "refer_type": "feature"]]],
    errors: ["R38 video_list[0].video_url"]),
  broken("R38: no list", Spotless.text, ["video_list": .string(video)], errors: ["R38 video_list"]),
  broken(
    "R39", Spotless.edit,
    ["image_list": [Spotless.image("first_frame"), Spotless.image("end_frame")]],
    errors: ["R39 video_list[0].refer_type"]),
  broken(
    "R40", Spotless.follow,
    [
      "video_list": [
        ["video_url": .string(video), "refer_type": "feature", "keep_original_sound": true]
      ]
    ],
    errors: ["R40 video_list[0].keep_original_sound"]),
  broken(
    "R40: Enabled", Spotless.edit,
    ["video_list": [["video_url": .string(video), "keep_original_sound": "Enabled"]]],
    errors: ["R40 video_list[0].keep_original_sound"]),
  broken("R41", Spotless.follow, ["sound": "on"], errors: ["R41 sound"]),
  broken(
    "R46", Spotless.follow,
    [
      "video_list": [
        ["video_url": .string(video), "refer_type": "feature"],
        ["video_url": .string(video), "refer_type": "feature"],
      ]
    ],
    errors: ["R46 video_list"]),
  broken(
    "R47", Spotless.edit, ["video_list": [["video_url": ""]], "prompt": "x"],
    errors: ["R47 video_list[0].video_url"]),
  broken(
    "R47: missing", Spotless.edit, ["video_list": [["refer_type": "base"]], "prompt": "x"],
    errors: ["R47 video_list[0].video_url"]),
]

private let outputCases: [RuleCase] = [
  broken("R48", Spotless.text, ["sound": true], errors: ["R48 sound"]),
  broken("R48: on", Spotless.text, ["sound": "on"]),
  broken("R48: model", Spotless.o1, ["sound": "on"], warnings: ["R48 sound"]),
  broken("R49", Spotless.text, ["mode": "std4"], errors: ["R49 mode"]),
  broken("R49: 4k", Spotless.text, ["mode": "4k"]),
  broken("R49: 4k of the other model", Spotless.o1, ["mode": "4k"], errors: ["R49 mode"]),
  broken("C19", Spotless.follow, ["mode": "4k"], warnings: ["C19 mode"]),
  broken("R50", Spotless.text, ["aspect_ratio": nil], warnings: ["R50 aspect_ratio"]),
  broken("R51", Spotless.text, ["aspect_ratio": "4:3"], errors: ["R51 aspect_ratio"]),
  broken("R51: no text", Spotless.text, ["aspect_ratio": 1.5], errors: ["R51 aspect_ratio"]),
  broken("R52", Spotless.edit, ["duration": "5"], warnings: ["R52 duration"]),
  broken("R54", Spotless.edit, ["aspect_ratio": "16:9"], warnings: ["R54 aspect_ratio"]),
  broken(
    "R54: first frame", Spotless.start, ["aspect_ratio": "16:9"], warnings: ["R54 aspect_ratio"]),
  broken("R54: both frames", Spotless.startAndEnd, ["aspect_ratio": "16:9"]),
  broken("R55", Spotless.text, ["duration": "11"], warnings: ["R55 duration"]),
  broken("R55: ten", Spotless.text, ["duration": "10"]),
  broken("R55: three", Spotless.text, ["duration": "3"]),
  broken("R55: fifteen", Spotless.text, ["duration": "15"], warnings: ["R55 duration"]),
  broken("R55: sixteen", Spotless.text, ["duration": "16"], errors: ["R55 duration"]),
  broken("R55: two", Spotless.text, ["duration": "2"], errors: ["R55 duration"]),
  broken("R55: fraction", Spotless.text, ["duration": "5.0"], errors: ["R55 duration"]),
  broken("R55: no number", Spotless.text, ["duration": "5s"], errors: ["R55 duration"]),
  broken("R55: milliseconds", Spotless.text, ["duration": "5000"], errors: ["R55 duration"]),
  broken("C1", Spotless.o1, ["duration": "7"], warnings: ["C1 duration"]),
  broken(
    "C1: first frame", Spotless.start, ["model_name": "kling-video-o1", "duration": "8"],
    warnings: ["C1 duration"]),
  broken(
    "C1: the default model", Spotless.text, ["model_name": nil, "duration": "7"],
    warnings: ["C1 duration"]),
  broken("C18", Spotless.smart, ["model_name": "kling-video-o1"], warnings: ["C18 multi_shot"]),
  broken("R56", Spotless.text, ["watermark_info": "true"], errors: ["R56 watermark_info"]),
  broken(
    "R56: list", Spotless.text, ["watermark_info": [["enabled": true]]],
    errors: ["R56 watermark_info"]),
  broken(
    "R56: text", Spotless.text, ["watermark_info": ["enabled": "true"]],
    errors: ["R56 watermark_info.enabled"]),
  broken("R56: fine", Spotless.text, ["watermark_info": ["enabled": true]]),
  broken(
    "R57", Spotless.text, ["watermark_info": ["enabled": true, "text": "me"]],
    errors: ["R57 watermark_info.text"]),
  broken("R58", Spotless.text, ["callback_url": 5], errors: ["R58 callback_url"]),
  broken("R60", Spotless.text, ["external_task_id": 5], errors: ["R60 external_task_id"]),
  broken(
    "Empty is fine", Spotless.text,
    [
      "callback_url": "", "external_task_id": "", "image_list": [], "element_list": [],
      "video_list": [],
    ]),
]

private let typeCases: [RuleCase] = [
  broken("T1", Spotless.text, ["duration": 5], errors: ["T1 duration"]),
  broken(
    "T1: shot", Spotless.shots, ["multi_prompt": [Spotless.shot(1, 2), Spotless.shot(2, "3")]],
    errors: ["T1 multi_prompt[0].duration"]),
  broken("T1: truth", Spotless.text, ["duration": true], errors: ["T1 duration"]),
  broken(
    "T2", Spotless.shots, ["multi_prompt": [Spotless.shot("1", "5")]],
    errors: ["T2 multi_prompt[0].index"]),
  broken(
    "T2: fraction", Spotless.shots, ["multi_prompt": [Spotless.shot(1.5, "5")]],
    errors: ["T2 multi_prompt[0].index"]),
  broken(
    "T3", Spotless.text, ["element_list": [["element_id": "girl"]]],
    errors: ["T3 element_list[0].element_id"]),
  broken(
    "T3: fraction", Spotless.text, ["element_list": [["element_id": 1.5]]],
    errors: ["T3 element_list[0].element_id"]),
  broken(
    "T3: too large", Spotless.text, ["element_list": [["element_id": .unsigned(UInt64.max)]]],
    errors: ["T3 element_list[0].element_id"]),
  broken(
    "T3: text is fine", Spotless.text, ["element_list": [["element_id": "829836802793406551"]]]),
  broken("T4", Spotless.text, ["multi_shot": "true"], errors: ["T4 multi_shot"]),
  broken("T4: with shots", Spotless.shots, ["multi_shot": 1], errors: ["T4 multi_shot"]),
  broken("T5", Spotless.text, ["model_name": nil, "model": "kling-v3-omni"], errors: ["T5 model"]),
  broken(
    "T5: another endpoint's", Spotless.text, ["model_name": "kling-v3"], errors: ["T5 model_name"]),
  broken("T5: no text", Spotless.text, ["model_name": 3], errors: ["T5 model_name"]),
  broken("T6", Spotless.text, ["seconds": "5"], errors: ["T6 seconds"]),
  broken(
    "T6: inside", Spotless.text,
    ["image_list": [["image_url": "https://example.com/a.png", "usage": "x"]]],
    errors: ["T6 image_list[0].usage"]),
  RuleCase(name: "T6: no object", body: [], errors: ["T6 "]),
]

let strictCases: [RuleCase] = [
  broken("R1", Spotless.shots, ["prompt": "ignored"], warnings: ["R1 prompt"]),
  broken("R50", Spotless.text, ["aspect_ratio": nil], errors: ["R50 aspect_ratio"]),
  broken("R55", Spotless.text, ["duration": "11"], errors: ["R55 duration"]),
  broken("C1", Spotless.o1, ["duration": "7"], errors: ["C1 duration"]),
  broken("R54", Spotless.edit, ["aspect_ratio": "16:9"], warnings: ["R54 aspect_ratio"]),
  broken("C2", Spotless.start, ["aspect_ratio": "16:9"], errors: ["R54 aspect_ratio"]),
]
