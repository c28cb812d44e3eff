import ClientRuntime

/// What OmniRouters' page says, and what its gateway was seen to insist on.
enum OmniRoutersRules {
  static let fields: Set = [
    "model", "prompt", "resolution", "seconds", "aspect_ratio", "images", "videos", "firstframe",
    "lastframe", "input_region", "audio_generation", "enable_bgm", "keep_original_sound",
    "subject_infos", "image_usage", "video_reference_type", "metadata",
  ]
  private static let texts = [
    "model", "prompt", "resolution", "aspect_ratio", "firstframe", "lastframe", "input_region",
    "audio_generation", "enable_bgm", "keep_original_sound", "image_usage", "video_reference_type",
  ]
  private static let lists = ["images", "videos"]

  static let all: [Rule<OmniRoutersBody>] =
    own.map { $0.of { body, rule in rule.violations(body.json) } } + models + words + kling
    + SeedanceRules.all.map { rule in
      rule.of { body, rule in SeedanceBody(body.json).map(rule.violations) ?? [] }
    }

  /// Kling's rules that hold for its models wherever they run.
  private static let kling: [Rule<OmniRoutersBody>] = KlingRules.all
    .filter { passedOn.contains($0.id) }
    .map { $0.of { body, rule in body.violations(of: rule) } }

  private static let passedOn: Set = [
    "R2", "R3", "R4", "R5", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "R17",
    "R19", "R26", "R27", "R28", "R30", "R31", "R32", "R34", "R37", "R39", "R41", "R46", "T3", "T4",
  ]

  private static let models: [Rule<OmniRoutersBody>] = [
    Rule("U2", "model", "A model is needed, and a prompt where nothing else says what to make.") {
      body in
      let isPromptMissing = body.json["prompt"].isMissing && !body.hasInputs
      return .error("model", "name the model", if: body.json["model"].isMissing)
        + .error("prompt", "must say what happens in the video", if: isPromptMissing)
        + unpriced(body) + unnamedSubjects(body)
    },
    Rule("C12", "prompt", "Whether inputs can do without a prompt differs between sources.") {
      body in
      guard body.hasInputs, body.json["prompt"].isMissing else { return [] }
      return [.contradiction("prompt", "the gateway was seen to refuse requests without a prompt")]
    },
    Rule("C11", "metadata.scene_type", "template_effect is Vidu's, though Kling examples have it.")
    {
      body in
      guard body.has("Kling"), body.json["metadata"]?["scene_type"] == "template_effect" else {
        return []
      }
      let message = "the page has it with Kling, the vendor behind it with Vidu only"
      return [.contradiction("metadata.scene_type", message)]
    },
    Rule("C21", "images", "Veo takes two or three images.") { body in
      guard body.has("Veo"), let count = body.json["images"]?.arrayValue?.count, count > 2 else {
        return []
      }
      if count > 3 { return [.error("images", "\(count) images; at most 3 are possible")] }
      return [.contradiction("images", "one source says 2, another 3")]
    },
    Rule("C22", "prompt", "Vidu's prompt has at most 2000 or 5000 characters.") { body in
      guard body.has("Vidu"), let count = body.json["prompt"]?.stringValue?.characterCount,
        count > 2000
      else { return [] }
      if count > 5000 {
        return [.error("prompt", "\(count) characters; at most 5000 are possible")]
      }
      return [.contradiction("prompt", "\(count) characters; one source says 2000, another 5000")]
    },
  ]

  private static let own: [Rule<JSONValue>] = [
    Rule("G1", "", "Fields have the names and types of the page, in its case.") { body in
      let unknown = KlingRules.unknownKeys(in: body, fields, at: "")
      return unknown + mistyped(body)
    },
    Rule("G2", "seconds", "seconds is a text.") { body in
      guard let seconds = body["seconds"], seconds != .null else { return [] }
      guard let text = seconds.stringValue else {
        return [.error("seconds", "must be a text such as \"5\"")]
      }
      let isWhole = (text.wholeSeconds ?? 0) >= 1
      return .error("seconds", "must be a whole number of seconds, at least \"1\"", if: !isWhole)
    },
    Rule("U5", "images", "Inputs are http or https addresses.") { body in
      addresses(of: body).compactMap { path, value in
        let isAddress = value.stringValue.map(MediaText.isWebAddress) ?? true
        return isAddress ? nil : .error(path, "must be an http or https address")
      }
    },
    Rule("C7", "metadata", "Shots have their length as a number here, as text at Kling's.") {
      body in
      let parameters = body["metadata"]?["ext_info"]?["AdditionalParameters"]
      let shots = parameters?["multi_prompt"]?.arrayValue ?? []
      return shots.enumerated().compactMap { index, shot in
        guard shot["duration"]?.stringValue != nil else { return nil }
        let path = "metadata.ext_info.AdditionalParameters.multi_prompt[\(index)].duration"
        return .contradiction(path, "the page's example has a number")
      }
    },
    Rule("G3", "", "A task is asked for on the route it was created on.", moment: .query),
    Rule("G4", "", "The answer's id, status and addresses have several names.", moment: .server),
  ]

  private static func mistyped(_ body: JSONValue) -> [Violation] {
    texts.flatMap { key -> [Violation] in
      guard let value = body[key], value != .null else { return [] }
      return .error(key, "must be a text, not \(value.kind.article)", if: value.stringValue == nil)
    }
      + lists.flatMap { key -> [Violation] in
        guard let value = body[key], value != .null else { return [] }
        guard let list = value.arrayValue else {
          return [.error(key, "must be a list of addresses, not \(value.kind.article)")]
        }
        return list.enumerated().flatMap {
          [Violation].error("\(key)[\($0)]", "must be an address", if: $1.stringValue == nil)
        }
      }
      + mistypedObjects(body)
  }

  private static func mistypedObjects(_ body: JSONValue) -> [Violation] {
    var violations: [Violation] = []
    if let metadata = body["metadata"], metadata != .null, metadata.objectValue == nil {
      violations.append(.error("metadata", "must be an object"))
    }
    if let subjects = body["subject_infos"], subjects != .null {
      guard let list = subjects.arrayValue else {
        return violations + [.error("subject_infos", "must be a list of subjects")]
      }
      for (index, subject) in list.enumerated() where subject.objectValue == nil {
        violations.append(.error("subject_infos[\(index)]", "must be an object"))
      }
    }
    return violations
  }

  private static func addresses(of body: JSONValue) -> [(String, JSONValue)] {
    lists.flatMap { key in
      (body[key]?.arrayValue ?? []).enumerated().map { ("\(key)[\($0)]", $1) }
    } + ["firstframe", "lastframe"].compactMap { key in body[key].map { (key, $0) } }
  }
}

extension JSONValue? {
  /// Whether nothing is said.
  var isMissing: Bool {
    switch self {
    case nil, .null?: true
    case .string(let text)?: text.isBlank
    default: false
    }
  }
}
