import ClientRuntime

/// A gateway on new-api with the modes and models of its own that the description names.
struct NewAPIGatewayAPI: VendorAPI {
  let vendor = SandboxVendor.newapi
  let routes = [
    Route(.create, "POST", "/v1/videos"), Route(.query, "GET", "/v1/videos/{id}"),
    Route(.content, "GET", "/v1/videos/{id}/content"),
  ]

  private static let families = [
    "sora-2", "gemini-omni", "happyhorse-1.0", "doubao-seedance-", "veo3", "kling-video",
    "grok-imagine-", "grok-video-3", "viduq3-turbo", "hailuo-video",
  ]
  private static let fields: [FieldRule] = [
    .text("model"), .text("prompt"), .text("mode"), .field("seconds", .integer, .string),
    .field("duration", .integer, .string), .text("image"), .text("image_url"),
    .text("end_image_url"), .field("images", .array), .field("image_urls", .array),
    .field("video_urls", .array), .field("audio_urls", .array),
    .field("reference_images", .array), .field("image_list", .array),
    .text("aspect_ratio"), .text("resolution"), .text("size"),
    .field("metadata", .object, .string), .text("model_name"), .text("sound"),
    .text("negative_prompt"), .text("callback_url"), .text("external_task_id"),
    .field("n", .integer), .field("seed", .integer),
  ]
  private static let klingModels = [
    "kling-v1", "kling-v1-5", "kling-v1-6", "kling-v2-master", "kling-v2-1",
    "kling-v2-1-master", "kling-v2-5-turbo", "kling-v2-6", "kling-v3",
  ]
  /// What a mode needs: one of the fields of each list.
  private static let needs: [String: [[String]]] = [
    "t2v": [["prompt"]], "i2v": [["image_url", "image", "images", "image_urls"]],
    "i2v_first_last": [
      ["image_url", "image", "images", "image_urls"],
      ["end_image_url", "last_image_url", "images"],
    ],
    "reference_images": [["reference_images"]],
    "reference_material": [["image_urls", "video_urls", "audio_urls"]],
    "multi_i2v": [["image_list"]], "extend": [["video_id"]],
    "r2v": [
      [
        "image", "image_url", "images", "image_urls", "reference_images", "input_reference",
        "content",
      ]
    ], "edit": [["video", "video_url", "videos", "content"]],
  ]

  func check(_ body: JSONValue) throws(Refusal) {
    guard let model = body["model"]?.stringValue, !model.isEmpty else {
      throw Refusal(.missingModel, "model field is required")
    }
    guard Self.families.contains(where: model.hasPrefix) else {
      throw Refusal(.unknownModel, "No available channel for model \(model) (distributor)")
    }
    try Self.fields.check(body)
    if model == "kling-video" {
      guard let name = body["model_name"]?.stringValue, Self.klingModels.contains(name) else {
        throw Refusal(
          .invalid,
          "model_name must be one of \(Self.klingModels.joined(separator: ", "))")
      }
    }
    try SeedanceRules.check(model, body)
    try checkSize(model, body)
    let mode = body["mode"]?.stringValue ?? "t2v"
    for names in Self.needs[mode] ?? [] where !names.contains(where: { hasValue(body[$0]) }) {
      throw Refusal(
        .invalid, "mode \(mode) requires \(names.joined(separator: " or "))")
    }
  }

  /// Sora's sizes, which the gateway looks at itself.
  private func checkSize(_ model: String, _ body: JSONValue) throws(Refusal) {
    guard model.hasPrefix("sora-2"), let size = body["size"]?.stringValue, !size.isEmpty else {
      return
    }
    let large = model.hasPrefix("sora-2-pro") ? ["1792x1024", "1024x1792"] : []
    if !(["720x1280", "1280x720"] + large).contains(size) {
      throw Refusal(.invalid, "size \(size) is not supported by \(model)")
    }
  }

  private func hasValue(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .null, "", .array([]): false
    default: true
    }
  }

  func order(_ body: JSONValue) -> VideoOrder {
    var order = VideoOrder(gateway: body)
    order.count = min(max(body["n"]?.intValue ?? 1, 1), 10)
    return order
  }

  func created(_ view: TaskView) -> JSONValue { GatewayShapes.created(view) }

  func shown(_ view: TaskView, path: [String]) -> JSONValue {
    GatewayShapes.video(view) { url in
      var places: [String: JSONValue] = ["video_url": .string(url), "url": .string(url)]
      if view.urls.count > 1 { places["urls"] = .array(view.urls.map(JSONValue.string)) }
      return places
    }
  }

  func answer(_ refusal: Refusal) -> Answer { GatewayShapes.answer(refusal) }
}
