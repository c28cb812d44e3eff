import ClientRuntime

/// What OrcaRouter's page says, and Kling's own rules for the words that it passes on.
enum OrcaRouterRules {
  static let all: [Rule<OrcaRouterBody>] =
    own + klingRules
    + SeedanceRules.all.map { rule in
      rule.of { body, rule in SeedanceBody(body.json).map(rule.violations) ?? [] }
    }

  /// Kling's rules about shots, frames, images and videos; the rest the page says in its own words.
  private static let passedOn: Set = [
    "R2", "R3", "R4", "R5", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "R16",
    "R17", "R18", "R19", "R20", "R26", "R27", "R28", "R29", "R30", "R31", "R32", "R34", "R37",
    "R38", "R39", "R40", "R41", "R46", "R47", "R51", "R52", "R56", "R57", "T2", "T3", "T4",
  ]

  private static let klingRules: [Rule<OrcaRouterBody>] = KlingRules.all
    .filter { passedOn.contains($0.id) }
    .map { rule in
      rule.of(field: OrcaRouterBody.path(of: rule.field)) { body, rule in
        guard let kling = body.kling else { return [] }
        return rule.violations(kling).map { violation in
          var violation = violation
          violation.path = OrcaRouterBody.path(of: violation.path)
          return violation
        }
      }
    }

  private static let names = Set(ModelCatalog.models.compactMap { $0.names[.orcarouter] })
  private static let seedanceNames = names.filter { $0.hasPrefix("byteplus/") }.sorted()
    .joined(separator: ", ")
  private static let klingKeys: Set = [
    "mode", "aspect_ratio", "duration", "negative_prompt", "cfg_scale", "image_tail", "image_list",
    "video_list", "multi_shot", "shot_type", "multi_prompt", "sound", "watermark_info",
  ]

  private static let own: [Rule<OrcaRouterBody>] = [
    Rule("G5", "model", "The model is one of the page's, kling/… or byteplus/….") { body in
      if names.contains(body.model) { return [] }
      if body.isSeedance {
        let message = "the list of models has no other of byteplus/ than \(seedanceNames)"
        return [.contradiction("model", message)]
      }
      return [.error("model", "must be one of \(names.sorted().joined(separator: ", "))")]
    },
    Rule("G6", "prompt", "The prompt must not be blank.") { body in
      let isText = body.json["prompt"]?.stringValue?.isBlank == false
      return .error("prompt", "must say what happens in the video", if: !isText)
    },
    Rule("G7", "metadata.mode", "mode is std, pro or, with kling-v3 and kling-v3-omni, 4k.") {
      body in
      guard body.isKling, let mode = body.metadata("mode") else { return [] }
      let words = body.isThird ? KlingWords.modes : ["std", "pro"]
      let isKnown = mode.stringValue.map(words.contains) ?? false
      return .error("metadata.mode", "must be \(words.joined(separator: ", "))", if: !isKnown)
    },
    Rule("G8", "metadata.duration", "duration is a text: 3 to 15 with v3, otherwise 5 or 10.") {
      body in
      guard body.isKling, let duration = body.metadata("duration") else { return [] }
      guard let text = duration.stringValue else {
        return [.error("metadata.duration", "must be a text such as \"5\"")]
      }
      let possible = body.isThird ? (3...15).map { "\($0)" } : ["5", "10"]
      if possible.contains(text) { return [] }
      if body.model == "kling/kling-video-o1", (3...10).contains(text.wholeSeconds ?? 0) {
        let message = "the page says 5 or 10 here, Kling's own page 3 to 10 with inputs"
        return [.contradiction("metadata.duration", message)]
      }
      let message = "must be one of \(possible.joined(separator: ", "))"
      return [.error("metadata.duration", message)]
    },
    Rule("G9", "metadata", "negative_prompt, cfg_scale and image_tail are not for Omni models.") {
      body in
      body.isKling ? textAndFrameFields(body) : []
    },
    Rule("G10", "metadata", "image_list and video_list are for Omni models alone.") { body in
      guard body.isKling else { return [] }
      if !body.isOmni {
        return ["image_list", "video_list"].flatMap { key in
          let isGiven = body.metadata(key).map { $0 != [] } ?? false
          return [Violation].error(
            "metadata.\(key)", "only with kling-video-o1 and kling-v3-omni", if: isGiven)
        }
      }
      let hasVideo = body.metadata("video_list")?.arrayValue?.isEmpty == false
      let isFine = body.metadata("mode") != "4k" || !body.isThird
      return .error("metadata.mode", "std or pro with a video", if: hasVideo && !isFine)
    },
    Rule("G11", "metadata", "Shots are for v3 models; sound also for v2-6 in pro mode.") { body in
      body.isKling ? shotsAndSound(body) : []
    },
    Rule("T1", "metadata.multi_prompt[].duration", "A shot's length is a text.") { body in
      (body.kling?.checkedShots ?? []).enumerated().flatMap { index, shot -> [Violation] in
        guard let length = shot["duration"], length != .null else { return [] }
        return .error(
          "metadata.multi_prompt[\(index)].duration", "must be a text such as \"2\"",
          if: length.stringValue == nil)
      }
    },
    Rule("T6", "", "Beside model, prompt, image and metadata no fields are sent.") { body in
      let fields: Set =
        body.isKling
        ? ["model", "prompt", "image", "metadata"]
        : ["model", "prompt", "metadata"]
      let isObject = body.json["metadata"].map { $0 == .null || $0.objectValue != nil } ?? true
      return KlingRules.unknownKeys(in: body.json, fields, at: "")
        + .error("metadata", "must be an object", if: !isObject)
    },
    Rule("U7", "metadata", "What the page does not list may be overlooked.") { body in
      guard body.isKling, let metadata = body.json["metadata"]?.objectValue else { return [] }
      return metadata.keys.filter { !klingKeys.contains($0) }.sorted().map {
        .warning("metadata.\($0)", "the page does not list \($0), so it may be overlooked")
      }
    },
    Rule("C6", "metadata.multi_prompt[].duration", "Some gateways want 3 seconds of a shot.") {
      body in
      (body.kling?.shotLengths ?? []).compactMap { index, length in
        guard case .seconds(let seconds) = length, seconds < 3 else { return nil }
        let message =
          "Kling takes a shot of 1 second, but gateways of this sort were seen to want 3"
        return .contradiction("metadata.multi_prompt[\(index)].duration", message)
      }
    },
    Rule("G12", "", "The answer to a create says queued.", moment: .server),
  ]

  private static func textAndFrameFields(_ body: OrcaRouterBody) -> [Violation] {
    var violations: [Violation] = []
    for key in ["negative_prompt", "cfg_scale", "image_tail"] {
      guard let value = body.metadata(key), value != "" else { continue }
      let path = "metadata.\(key)"
      if body.isOmni {
        violations.append(.error(path, "not with Omni models; leave it out"))
      } else if key == "cfg_scale" {
        let isPossible = value.doubleValue.map((0...1).contains) ?? false
        violations += .error(path, "must be a number from 0 to 1", if: !isPossible)
        let isSecond = body.model.hasPrefix("kling/kling-v2")
        if isPossible, isSecond { violations.append(.error(path, "not with v2 models")) }
      } else if key == "negative_prompt" {
        let count = value.stringValue?.characterCount
        let isPossible = count.map { $0 <= 2500 } ?? false
        violations += .error(path, "must be a text of at most 2500 characters", if: !isPossible)
      }
    }
    return violations
  }

  private static func shotsAndSound(_ body: OrcaRouterBody) -> [Violation] {
    var violations: [Violation] = []
    if body.metadata("multi_shot") == true, !body.isThird {
      violations.append(.error("metadata.multi_shot", "only with kling-v3 and kling-v3-omni"))
    }
    guard let sound = body.metadata("sound") else { return violations }
    let isWord = sound == "on" || sound == "off"
    violations += .error("metadata.sound", "must be on or off", if: !isWord)
    let isPro = body.model == "kling/kling-v2-6" && body.metadata("mode") == "pro"
    let message = "only with v3 models, and with kling-v2-6 in pro mode"
    violations += .error("metadata.sound", message, if: sound == "on" && !body.isThird && !isPro)
    return violations
  }
}
