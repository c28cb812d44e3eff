import KlingClient

private let elements: [Kling.OmniVideoRequest.Element] = [
  .init(elementID: 829_836_802_793_406_551), .init(elementID: 829_836_802_793_406_552),
]

/// K1 to K9, the vendor's own requests.
let klingSamples: [Sample] = [
  Sample(
    "kling/K1",
    Kling.OmniVideoRequest(
      modelName: .klingVideoO1,
      prompt: "Make the person in <<<image_1>>> wave to the camera",
      imageList: [
        .init(
          imageURL:
            "https://p2-kling.klingai.com/kcdn/cdn-kcdn112452/kling-qa-test/multi-1.png")
      ],
      mode: .pro,
      aspectRatio: .ratio16x9,
      duration: "5",
      callbackURL: "",
      externalTaskID: "")),
  Sample(
    "kling/K2",
    Kling.OmniVideoRequest(
      modelName: .klingVideoO1,
      prompt: "<<<image_1>>> strolling …<<<element_1>>> and <<<element_2>>> … <<<image_2>>>",
      imageList: [.init(imageURL: "xxxxx"), .init(imageURL: "xxxxx")],
      elementList: elements,
      mode: .pro,
      aspectRatio: .ratio1x1,
      duration: .seconds7)),
  Sample(
    "kling/K3",
    Kling.OmniVideoRequest(
      modelName: .klingVideoO1,
      prompt: "Put the crown from <<<image_1>>> on the girl in blue from <<<video_1>>>.",
      imageList: [.init(imageURL: "xxx")],
      videoList: [.init(videoURL: "xxxxxxxx", referType: .base, keepOriginalSound: .yes)],
      mode: .pro)),
  Sample(
    "kling/K4",
    Kling.OmniVideoRequest(
      modelName: .klingVideoO1,
      prompt: "Referring to the camera movement style in <<<video_1>>> …",
      imageList: [.init(imageURL: "xxx")],
      elementList: elements,
      videoList: [.init(videoURL: "xxxxxxxx", referType: .feature, keepOriginalSound: .yes)],
      mode: .pro,
      aspectRatio: .ratio1x1,
      duration: "7")),
  Sample(
    "kling/K5",
    Kling.OmniVideoRequest(
      modelName: .klingVideoO1,
      prompt: "Based on <<<video_1>>>, generate the next shot.",
      videoList: [.init(videoURL: "xxxxxxxx", referType: .feature, keepOriginalSound: .yes)],
      mode: .pro)),
  Sample(
    "kling/K6",
    Kling.OmniVideoRequest(
      modelName: .klingVideoO1,
      prompt: "The person in the video is dancing.",
      imageList: [
        .init(imageURL: "xxx", type: .firstFrame), .init(imageURL: "xxx", type: .endFrame),
      ],
      mode: .pro)),
  Sample(
    "kling/K7",
    Kling.OmniVideoRequest(
      modelName: .klingVideoO1,
      prompt: "The person in the video is dancing.",
      mode: .pro,
      aspectRatio: .ratio1x1,
      duration: "7")),
  Sample(
    "kling/K8",
    Kling.OmniVideoRequest(
      modelName: .klingV3Omni,
      multiShot: true,
      shotType: .customize,
      prompt: "",
      multiPrompt: [
        .init(index: 1, prompt: "… <<<image_1>>> …", duration: "2"),
        .init(index: 2, prompt: "… <<<image_2>>> …", duration: "3"),
      ],
      imageList: [.init(imageURL: "xx"), .init(imageURL: "xxx")],
      videoList: [],
      sound: .on,
      mode: .pro,
      aspectRatio: .ratio16x9,
      duration: "5",
      callbackURL: "xx",
      externalTaskID: "")),
  Sample(
    "kling/K9",
    Kling.OmniVideoRequest(
      modelName: .klingV3Omni,
      multiShot: true,
      shotType: .customize,
      prompt: "",
      multiPrompt: zip(1..., ["2", "3", "3", "3", "3", "1"]).map { index, seconds in
        .init(index: index, prompt: "…", duration: seconds)
      },
      imageList: [],
      elementList: [],
      videoList: [],
      sound: .on,
      mode: .pro,
      aspectRatio: .ratio16x9,
      duration: .seconds15,
      callbackURL: "xx",
      externalTaskID: "")),
]
