import ClientRuntime

/// OrcaRouter, where the model's prefix decides what the body looks like.
struct OrcaRouterAPI: VendorAPI {
  let vendor = SandboxVendor.orcarouter
  let routes = [
    Route(.create, "POST", "/v1/video/generations"), Route(.create, "POST", "/v1/videos"),
    Route(.query, "GET", "/v1/video/generations/{id}"), Route(.query, "GET", "/v1/videos/{id}"),
    Route(.content, "GET", "/v1/videos/{id}/content"),
  ]

  private static let models = [
    "kling-v2-master", "kling-v2-1-master", "kling-v2-5-turbo", "kling-v2-6", "kling-v3",
    "kling-video-o1", "kling-v3-omni",
  ].map { "kling/" + $0 }
  private static let fields: [FieldRule] = [
    .text("model"), .text("prompt"), .text("image"), .field("metadata", .object),
  ]
  private static let kling: [FieldRule] = [
    .text("mode", ["std", "pro", "4k"]), .text("aspect_ratio", ["16:9", "9:16", "1:1"]),
    .text("duration", (3...15).map(String.init)), .text("negative_prompt", limit: 2500),
    .field("cfg_scale", .integer, .number), .text("image_tail"),
    .field("image_list", .array), .field("video_list", .array),
    .field("multi_shot", .boolean), .text("shot_type", ["customize", "intelligence"]),
    .field("multi_prompt", .array), .text("sound", ["on", "off"]),
    .field("watermark_info", .object),
  ]
  func check(_ body: JSONValue) throws(Refusal) {
    guard let model = body["model"]?.stringValue, !model.isEmpty else {
      throw Refusal(.missingModel, "model is required")
    }
    let isKling = Self.models.contains(model)
    guard isKling || model.hasPrefix("byteplus/") else {
      throw Refusal(.unknownModel, "no provider has the model '\(model)'")
    }
    try Self.fields.check(body)
    if (body["prompt"]?.stringValue ?? "").allSatisfy(\.isWhitespace) {
      throw Refusal(.invalid, "prompt must not be blank")
    }
    guard let metadata = body["metadata"] else { return }
    guard isKling else { return try SeedanceRules.check(model, body) }
    try Self.kling.check(metadata, at: "metadata.")
    try checkModel(String(model.dropFirst(6)), metadata)
    try checkWords(String(model.dropFirst(6)), metadata)
    try KlingRules.checkInputs(metadata, model: String(model.dropFirst(6)))
  }

  /// What only some of Kling's models take.
  private func checkModel(_ model: String, _ metadata: JSONValue) throws(Refusal) {
    func refuse(_ name: String, unless models: String...) throws(Refusal) {
      if metadata[name] != nil, !models.contains(model) {
        throw Refusal(.invalid, "\(model) does not take metadata.\(name)")
      }
    }
    try refuse("image_list", unless: "kling-video-o1", "kling-v3-omni")
    try refuse("video_list", unless: "kling-video-o1", "kling-v3-omni")
    for name in ["multi_shot", "shot_type", "multi_prompt"] {
      try refuse(name, unless: "kling-v3", "kling-v3-omni")
    }
    if metadata["mode"] == "4k", !["kling-v3", "kling-v3-omni"].contains(model) {
      throw Refusal(.invalid, "\(model) has no 4k")
    }
  }

  /// What a model takes of lengths, sound and the fields of text and frames.
  private func checkWords(_ model: String, _ metadata: JSONValue) throws(Refusal) {
    let isThird = model.hasPrefix("kling-v3")
    if let length = metadata["duration"]?.stringValue, !isThird, length != "5", length != "10" {
      throw Refusal(.invalid, "metadata.duration must be 5 or 10 with \(model)")
    }
    let hasSound = isThird || model == "kling-v2-6" && metadata["mode"] == "pro"
    if metadata["sound"] == "on", !hasSound {
      throw Refusal(.invalid, "\(model) makes no sound in this mode")
    }
    if let scale = metadata["cfg_scale"]?.doubleValue {
      if !(0...1).contains(scale) { throw Refusal(.invalid, "cfg_scale must be from 0 to 1") }
      if model.hasPrefix("kling-v2") { throw Refusal(.invalid, "\(model) has no cfg_scale") }
    }
    let isOmni = model == "kling-video-o1" || model == "kling-v3-omni"
    for name in ["negative_prompt", "cfg_scale", "image_tail"] where isOmni {
      if metadata[name] != nil { throw Refusal(.invalid, "\(model) does not take \(name)") }
    }
    if metadata["video_list"]?.arrayValue?.isEmpty == false, metadata["mode"] == "4k" {
      throw Refusal(.invalid, "a reference video goes with std and pro only")
    }
  }

  func order(_ body: JSONValue) -> VideoOrder { VideoOrder(gateway: body) }

  func created(_ view: TaskView) -> JSONValue { GatewayShapes.created(view) }

  func shown(_ view: TaskView, path: [String]) -> JSONValue {
    let task = GatewayShapes.video(view) { ["metadata": ["url": .string($0)]] }
    return path.contains("generations") ? GatewayShapes.record(view, upstream: task) : task
  }

  /// Errors are written as OpenAI writes them, whatever they are.
  func answer(_ refusal: Refusal) -> Answer {
    let text = refusal.message
    let type = "invalid_request_error"
    return switch refusal.reason {
    case .unreadable: GatewayShapes.error(400, text, type: type, code: "invalid_json")
    case .invalid: GatewayShapes.error(400, text, type: type, code: "invalid_request")
    case .missingModel: GatewayShapes.error(400, text, type: type, code: "missing_model")
    case .unknownModel: GatewayShapes.error(404, text, type: type, code: "model_not_found")
    case .unknownTask: GatewayShapes.error(404, text, type: type, code: "task_not_exist")
    default: GatewayShapes.answer(refusal)
    }
  }
}
