import ClientRuntime

/// OmniRouters, whose two create routes are alike and whose two query routes are not.
struct OmniRoutersAPI: VendorAPI {
  let vendor = SandboxVendor.omnirouters
  /// The gateway asks for the whole file, whatever range it is asked for.
  let contentHasRanges = false
  let routes = [
    Route(.create, "POST", "/v1/videos"), Route(.create, "POST", "/v1/video/generations"),
    Route(.query, "GET", "/v1/videos/{id}"), Route(.query, "GET", "/v1/video/generations/{id}"),
    Route(.content, "GET", "/v1/videos/{id}/content"),
  ]

  private static let fields: [FieldRule] = [
    .text("model"), .text("prompt"), .text("seconds"), .text("resolution"),
    .text("aspect_ratio"), .field("images", .array), .field("videos", .array),
    .text("firstframe"), .text("lastframe"), .text("input_region"),
    .text("audio_generation"), .text("enable_bgm"), .text("keep_original_sound"),
    .field("subject_infos", .array), .text("image_usage"), .text("video_reference_type"),
    .field("metadata", .object, .string), .field("duration", .integer, .string),
  ]

  func check(_ body: JSONValue) throws(Refusal) {
    guard let model = body["model"]?.stringValue, !model.isEmpty else {
      throw Refusal(.missingModel, "model field is required")
    }
    try Self.fields.check(body)
    if (body["prompt"]?.stringValue ?? "").allSatisfy(\.isWhitespace) {
      throw Refusal(.invalid, "prompt is required")
    }
    try SeedanceRules.check(model, body)
    guard ["Kling-", "Vidu-", "Veo-"].contains(where: model.hasPrefix) else { return }
    try checkPrice(body)
  }

  /// What a model must be told whose price is by the request.
  private func checkPrice(_ body: JSONValue) throws(Refusal) {
    guard let resolution = body["resolution"]?.stringValue, !resolution.isEmpty else {
      throw Refusal(.invalid, "field resolution is required")
    }
    let priced = ["480p", "540p", "720p", "768p", "1080p", "2k", "4k"]
    guard priced.contains(resolution.lowercased()) else {
      throw Refusal(
        .invalid,
        "unsupported resolution \"\(resolution)\", available values: "
          + priced.joined(separator: ", "))
    }
    guard let seconds = body["seconds"]?.stringValue else {
      throw Refusal(.invalid, "field seconds is required")
    }
    guard let count = Int(seconds), count > 0 else {
      throw Refusal(.invalid, "field seconds must be a positive integer")
    }
  }

  func order(_ body: JSONValue) -> VideoOrder { VideoOrder(gateway: body) }

  func created(_ view: TaskView) -> JSONValue {
    var task = GatewayShapes.created(view)
    if let seconds = view.task.entry.body["seconds"] { task["seconds"] = seconds }
    return task
  }

  func shown(_ view: TaskView, path: [String]) -> JSONValue {
    let isSeedance = view.order.model.hasPrefix("doubao-")
    let task = GatewayShapes.video(view) { url in
      isSeedance ? ["metadata": ["url": .string(url)]] : ["video_url": .string(url)]
    }
    return path.contains("generations") ? GatewayShapes.record(view, upstream: task) : task
  }

  func answer(_ refusal: Refusal) -> Answer { GatewayShapes.answer(refusal) }
}

extension VideoOrder {
  /// Reads what the gateways' bodies have in common, at the top or in `metadata`.
  init(gateway body: JSONValue) {
    let metadata = body["metadata"]
    func text(_ names: String...) -> String? {
      names.lazy.compactMap { (body[$0] ?? metadata?[$0])?.scalarText }.first { !$0.isEmpty }
    }
    self.init(
      model: body["model"]?.stringValue ?? "", prompt: text("prompt") ?? "",
      seconds: text("seconds", "duration").flatMap { Int($0) } ?? 5,
      aspectRatio: text("aspect_ratio", "ratio"), callbackURL: text("callback_url"))
  }
}
