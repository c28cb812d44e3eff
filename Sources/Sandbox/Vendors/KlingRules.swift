import ClientRuntime

/// What Kling refuses in the body of an omni video.
enum KlingRules {
  static let fields: [FieldRule] = [
    .text("model_name", ["kling-video-o1", "kling-v3-omni"]),
    .field("multi_shot", .boolean),
    .text("shot_type", ["", "customize", "intelligence"]),
    .text("prompt", limit: 2500),
    .field("multi_prompt", .array), .field("image_list", .array),
    .field("element_list", .array), .field("video_list", .array),
    .text("sound", ["on", "off"]),
    .text("mode", ["std", "pro", "4k"]),
    .text("aspect_ratio", ["16:9", "9:16", "1:1"]),
    .text("duration", (3...15).map(String.init)),
    .field("watermark_info", .object),
    .text("callback_url"), .text("external_task_id"),
  ]
  static let image: [FieldRule] = [
    .text("image_url", isRequired: true), .text("type", ["first_frame", "end_frame"]),
  ]
  static let video: [FieldRule] = [
    .text("video_url", isRequired: true), .text("refer_type", ["feature", "base"]),
    .text("keep_original_sound", ["yes", "no"]),
  ]
  static let element = [
    FieldRule(name: "element_id", kinds: [.integer], isRequired: true)
  ]
  static let shot: [FieldRule] = [
    FieldRule(name: "index", kinds: [.integer], isRequired: true),
    .text("prompt", isRequired: true, limit: 512),
    .text("duration", (1...15).map(String.init), isRequired: true),
  ]

  static func check(_ body: JSONValue) throws(Refusal) {
    try fields.check(body)
    try checkPrompt(body)
    let model = body["model_name"]?.stringValue ?? "kling-video-o1"
    try checkInputs(body, model: model)
    if body["mode"] == "4k", model == "kling-video-o1" {
      throw Refusal(.invalid, "\(model) has no 4k")
    }
    if let mark = body["watermark_info"]?["enabled"], mark.boolValue == nil {
      throw Refusal(.unreadable, "watermark_info.enabled must be of type boolean")
    }
  }

  /// What is refused of images, videos and elements.
  static func checkInputs(_ body: JSONValue, model: String) throws(Refusal) {
    try checkMedia(body)
    try checkCounts(body)
    try checkFrames(body, model: model)
  }

  private static func checkPrompt(_ body: JSONValue) throws(Refusal) {
    let isMultiShot = body["multi_shot"]?.boolValue ?? false
    let kind = body["shot_type"]?.stringValue ?? ""
    if isMultiShot, kind.isEmpty {
      throw Refusal(.invalid, "shot_type is required with multi_shot")
    }
    guard isMultiShot, kind == "customize" else {
      if (body["prompt"]?.stringValue ?? "").allSatisfy(\.isWhitespace) {
        throw Refusal(.invalid, "prompt must not be empty")
      }
      return
    }
    let shots = body["multi_prompt"]?.arrayValue ?? []
    guard (1...6).contains(shots.count) else {
      throw Refusal(.invalid, "multi_prompt must hold 1 to 6 shots")
    }
    try shot.checkEach(body["multi_prompt"], at: "multi_prompt")
    let sum = shots.reduce(0) { $0 + (Int($1["duration"]?.stringValue ?? "") ?? 0) }
    let total = Int(body["duration"]?.stringValue ?? "5") ?? 5
    if sum != total {
      throw Refusal(.invalid, "the shots last \(sum) seconds together, not \(total)")
    }
  }

  private static func checkMedia(_ body: JSONValue) throws(Refusal) {
    try image.checkEach(body["image_list"], at: "image_list")
    try video.checkEach(body["video_list"], at: "video_list")
    try element.checkEach(body["element_list"], at: "element_list")
    let images = body["image_list"]?.arrayValue ?? []
    let videos = body["video_list"]?.arrayValue ?? []
    for image in images { try KlingImage.check(image["image_url"]?.stringValue ?? "") }
    for video in videos {
      let url = video["video_url"]?.stringValue ?? ""
      if url.isEmpty { throw Refusal(.invalid, "video_url must not be empty") }
      guard KlingImage.isAddress(url) else {
        throw Refusal(.invalid, "video_url must be an address")
      }
    }
    let frames = images.compactMap { $0["type"]?.stringValue }
    if frames.contains("end_frame"), !frames.contains("first_frame") {
      throw Refusal(.invalid, "an end_frame needs a first_frame")
    }
    guard !frames.isEmpty else { return }
    if body["multi_shot"]?.boolValue == true {
      throw Refusal(.invalid, "multi_shot takes no start or end frame")
    }
    if videos.contains(where: { ($0["refer_type"]?.stringValue ?? "base") == "base" }) {
      throw Refusal(.invalid, "a video to edit takes no start or end frame")
    }
  }

  /// Frames leave little room for other images and for elements.
  private static func checkFrames(_ body: JSONValue, model: String) throws(Refusal) {
    let images = body["image_list"]?.arrayValue ?? []
    let elements = body["element_list"]?.arrayValue?.count ?? 0
    let frames = images.compactMap { $0["type"]?.stringValue }
    guard !frames.isEmpty else { return }
    let isFirst = model == "kling-video-o1"
    if isFirst, images.count > 2 {
      throw Refusal(.invalid, "\(model) takes no start or end frame beside other images")
    }
    let limit = isFirst && frames.contains("end_frame") ? 0 : 3
    if elements > limit {
      throw Refusal(.invalid, "there are more than \(limit) elements beside the frames")
    }
  }

  private static func checkCounts(_ body: JSONValue) throws(Refusal) {
    func count(_ name: String) -> Int { body[name]?.arrayValue?.count ?? 0 }
    let limit = count("video_list") > 0 ? 4 : 7
    if count("video_list") > 1 { throw Refusal(.invalid, "video_list takes one video") }
    if count("image_list") + count("element_list") > limit {
      throw Refusal(.invalid, "there are more than \(limit) images and elements")
    }
    if count("video_list") > 0, body["sound"]?.stringValue == "on" {
      throw Refusal(.invalid, "sound must be off with a reference video")
    }
  }
}
