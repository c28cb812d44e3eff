import ClientRuntime

/// What Seedance refuses in the metadata that gateways pass on to it.
enum SeedanceRules {
  private static let fields: [FieldRule] = [
    .field("content", .array), .field("duration", .integer),
    .text("ratio", ["16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive"]),
    .text("resolution", ["480p", "720p", "1080p"]), .field("generate_audio", .boolean),
    .field("watermark", .boolean), .field("seed", .integer),
    .text("service_tier", ["default", "flex"]), .field("return_last_frame", .boolean),
    .text("callback_url"),
  ]
  private static let roles = [
    "image_url": ["first_frame", "last_frame", "reference_image"],
    "video_url": ["reference_video"], "audio_url": ["reference_audio"], "text": [],
  ]

  static func check(_ model: String, _ body: JSONValue) throws(Refusal) {
    guard model.contains("seedance"), let metadata = body["metadata"],
      metadata.objectValue != nil
    else { return }
    try fields.check(metadata, at: "metadata.")
    try checkModel(model, metadata)
    let content = metadata["content"]?.arrayValue ?? []
    for (index, item) in content.enumerated() { try check(item, "metadata.content[\(index)]") }
    try checkTogether(content, isSecond: model.contains("-2-0"))
  }

  private static func checkModel(_ model: String, _ metadata: JSONValue) throws(Refusal) {
    let isSecond = model.contains("-2-0")
    if let length = metadata["duration"]?.intValue {
      let range = isSecond ? 4...15 : model.contains("-1-5") ? 4...12 : 2...12
      if !range.contains(length), length != -1 {
        throw Refusal(.invalid, "metadata.duration \(length) is invalid")
      }
    }
    if let seed = metadata["seed"]?.intValue, !(-1...4_294_967_295).contains(seed) {
      throw Refusal(.invalid, "metadata.seed is out of range")
    }
    if isSecond, metadata["service_tier"] == "flex" {
      throw Refusal(.invalid, "\(model) has no flex tier")
    }
    if model.contains("-2-0-fast"), metadata["resolution"] == "1080p" {
      throw Refusal(.invalid, "\(model) has no 1080p")
    }
  }

  private static func check(_ item: JSONValue, _ place: String) throws(Refusal) {
    guard let kind = item["type"]?.stringValue, let possible = roles[kind] else {
      throw Refusal(.invalid, "\(place).type is invalid")
    }
    if kind == "text" { return }
    if (item[kind]?["url"]?.stringValue ?? "").isEmpty {
      throw Refusal(.invalid, "\(place).\(kind).url must not be empty")
    }
    if let role = item["role"]?.stringValue, !possible.contains(role) {
      throw Refusal(.invalid, "\(place).role '\(role)' is invalid")
    }
  }

  private static func checkTogether(
    _ content: [JSONValue], isSecond: Bool
  ) throws(Refusal) {
    let roles = content.compactMap { $0["role"]?.stringValue }
    func count(_ kind: String) -> Int { content.count { $0["type"]?.stringValue == kind } }
    func has(_ role: String) -> Int { roles.count { $0 == role } }
    if has("last_frame") > 0, has("first_frame") == 0 {
      throw Refusal(.invalid, "a last_frame needs a first_frame")
    }
    if has("first_frame") > 1 || has("last_frame") > 1 {
      throw Refusal(.invalid, "there is one first_frame and one last_frame at most")
    }
    if has("first_frame") > 0, roles.contains(where: { $0.hasPrefix("reference_") }) {
      throw Refusal(.invalid, "first_frame cannot be mixed with references")
    }
    if count("audio_url") > 0, count("image_url") + count("video_url") == 0 {
      throw Refusal(.invalid, "audio needs an image or a video beside it")
    }
    let limits = [("image_url", 9), ("video_url", 3), ("audio_url", 3)]
    for (kind, limit) in limits where isSecond && count(kind) > limit {
      throw Refusal(.invalid, "there are more than \(limit) of \(kind)")
    }
  }
}
