import ClientRuntime

extension OmniRoutersRules {
  /// What the page's examples have, beyond which nobody says what happens.
  static let words: [Rule<OmniRoutersBody>] = [
    Rule("U3", "", "The words of the page's examples, and of the vendor behind it.") { body in
      vocabulary.sorted { $0.key < $1.key }.compactMap { key, words in
        guard let word = body.json[key]?.stringValue, !words.contains(word) else { return nil }
        return .contradiction(key, "must be \(words.joined(separator: ", ")), as far as is known")
      } + videoUses(body) + unknownModel(body)
    },
    Rule("U7", "", "A model is sent the fields of its examples.") { body in
      guard let family = body.family else { return [] }
      return (body.json.objectValue ?? [:]).keys.sorted().compactMap { key in
        guard fields.contains(key), body.json[key] != .null, !has(key, family) else { return nil }
        return .warning(key, "no example of the page has it with this model; it may be overlooked")
      }
    },
    Rule("U8", "", "What the table of models has for a model.") { body in
      MappingRules.doubts(body.request)
    },
  ]

  private static let vocabulary = [
    "audio_generation": ["Enabled", "Disabled"], "enable_bgm": ["Enabled", "Disabled"],
    "keep_original_sound": ["Enabled", "Disabled"],
    "input_region": ["Mainland", "Oversea", "OverseaUSWest"],
    "image_usage": ["Reference", "FirstFrame", "LastFrame"],
  ]

  private static func unknownModel(_ body: OmniRoutersBody) -> [Violation] {
    guard let name = body.json["model"]?.stringValue, !name.isBlank else { return [] }
    guard let model = body.request.capability else {
      return [.warning("model", "no example of the page has \(name); is it spelt right?")]
    }
    guard let known = model.names[.omnirouters], known != name else { return [] }
    return [.warning("model", "the page writes \(known)")]
  }

  private static func videoUses(_ body: OmniRoutersBody) -> [Violation] {
    guard body.family == .veo, let use = body.json["video_reference_type"]?.stringValue,
      use != "asset", use != "style"
    else { return [] }
    return [.contradiction("video_reference_type", "the examples with Veo have asset and style")]
  }

  /// Fields that stand in examples of some families only.
  private static let families: [String: Set<ModelFamily>] = [
    "enable_bgm": [.vidu], "keep_original_sound": [.kling, .vidu],
    "subject_infos": [.kling, .vidu], "video_reference_type": [.kling, .veo],
    "image_usage": [.kling],
  ]

  private static func has(_ key: String, _ family: ModelFamily) -> Bool {
    switch family {
    case .hunyuan: ["model", "prompt"].contains(key)
    // The gateway reads these itself, and hands metadata on.
    case .seedance:
      ["model", "prompt", "seconds", "resolution", "images", "metadata"].contains(key)
    default: families[key]?.contains(family) ?? true
    }
  }

  /// What the gateway was seen to want of models that it prices by the second.
  static func unpriced(_ body: OmniRoutersBody) -> [Violation] {
    guard [.kling, .vidu, .veo].contains(body.family) else { return [] }
    return ["resolution", "seconds"].compactMap { key in
      guard body.json[key].isMissing else { return nil }
      let message =
        "every example has it; where it decides the price, the gateway refuses requests without"
      return .contradiction(key, message)
    }
  }

  /// What the vendor behind the page wants of subjects.
  static func unnamedSubjects(_ body: OmniRoutersBody) -> [Violation] {
    let key = body.family == .vidu ? "name" : "id"
    return (body.json["subject_infos"]?.arrayValue ?? []).enumerated().compactMap { index, item in
      guard item.objectValue != nil, item[key].isMissing else { return nil }
      return .contradiction("subject_infos[\(index)].\(key)", "every example has it")
    }
  }
}
