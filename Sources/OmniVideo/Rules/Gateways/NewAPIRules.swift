import ClientRuntime

/// What the page of a New API gateway says, and what such gateways were seen to insist on.
enum NewAPIRules {
  static let fields: Set = [
    "model", "prompt", "mode", "seconds", "duration", "size", "aspect_ratio", "ratio", "quality",
    "resolution", "width", "height", "fps", "seed", "n", "response_format", "user", "image",
    "image_url", "images", "image_urls", "reference_images", "input_reference", "end_image_url",
    "last_image_url", "video", "video_url", "videos", "video_urls", "audio_urls", "function_mode",
    "content", "callback_url", "external_task_id", "model_name", "negative_prompt", "cfg_scale",
    "sound", "camera_control", "image_list", "video_id", "task_id", "watermark_info", "metadata",
  ]

  static let all: [Rule<JSONValue>] =
    own + unseen
    + SeedanceRules.all.map { rule in
      rule.of { body, rule in SeedanceBody(body).map(rule.violations) ?? [] }
    }

  private static let own: [Rule<JSONValue>] = [
    Rule("R7", "prompt", "Kling's prompt has at most 2500 characters.") { body in
      let count = body["prompt"]?.stringValue?.characterCount ?? 0
      let isKling = body["model"] == "kling-video"
      return .error(
        "prompt", "\(count) characters; at most 2500 are possible", if: isKling && count > 2500)
    },
    Rule("T6", "", "No other fields are sent.") { body in
      KlingRules.unknownKeys(in: body, fields, at: "")
    },
    Rule("U2", "model", "model is required.") { body in
      .error(
        "model", "name the model", if: body["model"].isMissing || body["model"]?.stringValue == nil)
    },
    Rule("G14", "mode", "Each mode has inputs that it cannot do without.") { body in
      body["model"] == "kling-video" ? [] : missingInputs(body)
    },
    Rule("G15", "model_name", "kling-video needs model_name, and the inputs of its mode.") { body in
      body["model"] == "kling-video" ? klingViolations(body) : []
    },
    Rule("G16", "seconds", "The length is seconds or duration, a number or a text.") { body in
      lengthViolations(body)
    },
    Rule(
      "C9", "seconds", "seconds as a number is on the page, but gateways were seen to refuse it."
    ) {
      body in
      guard body["seconds"]?.doubleValue != nil else { return [] }
      return [.contradiction("seconds", "write it as text, which all gateways take")]
    },
    Rule("G17", "mode", "gemini-omni has t2v, r2v and edit, and 4, 6, 8 and 10 seconds.") { body in
      body["model"] == "gemini-omni" ? geminiViolations(body) : []
    },
    Rule("G18", "model", "Groups such as stable and official are no part of a model's name.") {
      body in
      let name = body["model"]?.stringValue ?? ""
      let isGroup = ["stable", "official"].contains { name.hasSuffix("-\($0)") }
      return .error("model", "leave the group out; the account or its key decides it", if: isGroup)
    },
    Rule(
      "V1", "images", "Vidu's images have 128 pixels a side, and 10 MB as base64.", moment: .media),
    Rule("G13", "", "A task is asked for until it is completed or failed.", moment: .query),
    Rule("G19", "", "The answer has video_url or url, and a status.", moment: .server),
  ]

  private static func missingInputs(_ body: JSONValue) -> [Violation] {
    guard let mode = body["mode"]?.stringValue else { return [] }
    let has = { (keys: [String]) in
      keys.contains { key in
        let value = body[key] ?? body["metadata"]?[key]
        return !value.isMissing && value != []
      }
    }
    var violations: [Violation] = .error(
      "prompt", "required in mode \(mode)", if: body["prompt"].isMissing && mode != "edit")
    let images = ["image_url", "image", "images", "image_urls", "input_reference", "content"]
    let needed: [(String, [String])] =
      switch mode {
      case "i2v": [("image_url", images)]
      case "i2v_first_last":
        [("image_url", images), ("end_image_url", ["end_image_url", "last_image_url", "images"])]
      case "reference_images":
        [("reference_images", ["reference_images", "images", "image_urls", "content"])]
      case "reference_material":
        [("image_urls", ["image_urls", "video_urls", "audio_urls", "content"])]
      case "r2v": [("reference_images", images + ["reference_images"])]
      case "edit": [("video_url", ["video", "video_url", "videos", "video_urls", "content"])]
      default: []
      }
    for (key, alternatives) in needed where !has(alternatives) {
      violations.append(.error(key, "required in mode \(mode)"))
    }
    return violations
  }

  private static func klingViolations(_ body: JSONValue) -> [Violation] {
    let names = Set(
      ModelCatalog.models(of: .newapi).filter { $0.family == .kling }
        .compactMap { $0.names[.newapi] })
    let name = body["model_name"]
    var violations: [Violation] = .error(
      "model_name", "must be one of \(names.sorted().joined(separator: ", "))",
      if: !(name?.stringValue.map(names.contains) ?? false))
    let needed: [String: (key: String, alternatives: [String])] = [
      "t2v": ("prompt", ["prompt"]), "i2v": ("image", ["image"]),
      "multi_i2v": ("image_list", ["image_list"]), "extend": ("video_id", ["video_id"]),
    ]
    guard let mode = body["mode"]?.stringValue else { return violations }
    guard let (key, alternatives) = needed[mode] else {
      return violations + [.error("mode", "must be t2v, i2v, multi_i2v or extend with Kling")]
    }
    if !alternatives.contains(where: { !body[$0].isMissing && body[$0] != [] }) {
      violations.append(.error(key, "required in mode \(mode)"))
    }
    if mode != "t2v", mode != "extend", body["prompt"].isMissing {
      violations.append(.error("prompt", "required in mode \(mode)"))
    }
    return violations
  }

  private static func geminiViolations(_ body: JSONValue) -> [Violation] {
    let isKnown = ["t2v", "r2v", "edit"].contains(body["mode"] ?? .null)
    let hasMode = !body["mode"].isMissing
    let lengths = ["seconds", "duration"].filter { key in
      body[key]?.wholeNumber.map { ![4, 6, 8, 10].contains($0) } ?? false
    }
    return .error("mode", "must be t2v, r2v or edit", if: hasMode && !isKnown)
      + lengths.map {
        .contradiction($0, "becomes 4, 6, 8 or 10; the page does not say which")
      }
  }

  private static func lengthViolations(_ body: JSONValue) -> [Violation] {
    let lengths = ["seconds", "duration"].compactMap { key in
      body[key].flatMap { $0 == .null ? nil : (key, $0) }
    }
    let unreadable = lengths.filter { ($0.1.wholeNumber ?? 0) < 1 }
    if !unreadable.isEmpty {
      return unreadable.map { .error($0.0, "must be a whole number of seconds") }
    }
    let numbers = Set(lengths.compactMap(\.1.wholeNumber))
    return .error("duration", "says otherwise than seconds", if: numbers.count > 1)
  }
}
