import ClientRuntime

extension KlingRules {
  static let types: [Rule<KlingBody>] = [
    Rule("T1", "duration", "Lengths are texts: \"5\".") { body in
      let lengths =
        [("duration", body.value("duration"))]
        + body.checkedShots.enumerated().map { ("multi_prompt[\($0)].duration", $1["duration"]) }
      return lengths.compactMap { path, length in
        guard let length, length != .null, length.stringValue == nil else { return nil }
        return .error(path, "must be a text such as \"5\", not \(length.kind.article)")
      }
    },
    Rule("T2", "multi_prompt[].index", "A shot's index is a whole number.") { body in
      body.checkedShots.enumerated().flatMap { position, shot -> [Violation] in
        guard let index = shot["index"], index != .null else { return [] }
        return .error(
          "multi_prompt[\(position)].index", "must be a whole number", if: index.intValue == nil)
      }
    },
    Rule("T3", "element_list[].element_id", "An element's id is a 64-bit integer.") { body in
      body.elements.enumerated().flatMap { index, element -> [Violation] in
        guard let id = element["element_id"], id != .null else { return [] }
        return .error(
          "element_list[\(index)].element_id", "must be a 64-bit integer", if: !id.isElementID)
      }
    },
    Rule("T4", "multi_shot", "multi_shot is true or false.") { body in
      .error("multi_shot", "must be true or false", if: body.multiShot == .unreadable)
    },
    Rule("T5", "model_name", "The model is named by model_name, never by model.") { body in
      if body.value("model") != nil {
        return [.error("model", "Kling ignores model; write model_name")]
      }
      guard let name = body.value("model_name") else { return [] }
      let isKnown = name.stringValue.map(KlingWords.models.contains) ?? false
      let names = KlingWords.models.joined(separator: " or ")
      return .error("model_name", "must be \(names) for Omni-Video", if: !isKnown)
    },
    Rule("T6", "", "No other fields are sent.") { body in
      unknownKeys(in: .object(body.members), KlingWords.fields.union(["model"]), at: "")
        + unknownParts(body)
    },
  ]

  /// Keys of images, shots, elements and videos that they do not have.
  static func unknownParts(_ body: KlingBody) -> [Violation] {
    unknownKeys(inEach: body.checkedShots, ["index", "prompt", "duration"], "multi_prompt")
      + unknownKeys(inEach: body.images, ["image_url", "type"], "image_list")
      + unknownKeys(inEach: body.elements, ["element_id"], "element_list")
      + unknownKeys(
        inEach: body.videos, ["video_url", "refer_type", "keep_original_sound"], "video_list")
  }

  private static func unknownKeys(
    inEach list: [JSONValue], _ known: Set<String>, _ path: String
  ) -> [Violation] {
    list.enumerated().flatMap { unknownKeys(in: $1, known, at: "\(path)[\($0)].") }
  }

  static func unknownKeys(
    in value: JSONValue, _ known: Set<String>, at prefix: String
  ) -> [Violation] {
    (value.objectValue ?? [:]).keys.sorted().filter { !known.contains($0) }.map {
      .error("\(prefix)\($0)", "no field has this name; leave it out")
    }
  }
}

extension JSONValue {
  /// Whether it is a whole number of 64 bits, which may stand as text on the way in.
  var isElementID: Bool {
    switch self {
    case .integer: true
    case .string(let text): Int64(text) != nil
    default: false
    }
  }
}
