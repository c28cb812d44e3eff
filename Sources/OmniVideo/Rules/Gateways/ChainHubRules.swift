import ClientRuntime

/// What ChainHub's page says: Kling's rules for the fields that it has, and what it requires.
enum ChainHubRules {
  static let fields: Set = [
    "model_name", "prompt", "image_list", "video_list", "mode", "aspect_ratio", "duration",
    "callback_url", "external_task_id",
  ]
  private static let required = ["model_name", "prompt", "mode", "duration"]
  private static let replaced: Set = ["T5", "T6", "R49", "R55", "R6"]

  static let all: [Rule<KlingBody>] =
    KlingRules.all.filter { !replaced.contains($0.id) } + own

  private static let own: [Rule<KlingBody>] = [
    Rule("G20", "model_name", "model_name, prompt, mode and duration are required.") { body in
      required.flatMap { key -> [Violation] in
        if let value = body.value(key) {
          let isBlank = key == "prompt" && (value.stringValue?.isBlank ?? true)
          return .error("prompt", "must say what happens in the video", if: isBlank)
        }
        // The page's own example has no duration.
        return key == "duration"
          ? [.contradiction(key, "required by the page, though its example has none")]
          : [.error(key, "required")]
      }
    },
    Rule("T5", "model_name", "The model is kling-video-o1.") { body in
      if body.value("model") != nil { return [.error("model", "write model_name")] }
      guard let name = body.value("model_name") else { return [] }
      return .error("model_name", "must be \(KlingWords.o1)", if: name != .string(KlingWords.o1))
    },
    Rule("R49", "mode", "mode is std or pro.") { body in
      guard let mode = body.value("mode") else { return [] }
      return .error("mode", "must be std or pro", if: mode != "std" && mode != "pro")
    },
    Rule("R55", "duration", "A video lasts 3 to 10 seconds.") { body in
      guard let text = body.text("duration"), !body.edits else { return [] }
      let isPossible = text.wholeSeconds.map { (3...10).contains($0) } ?? false
      return .error("duration", "must be \"3\" to \"10\"", if: !isPossible)
    },
    Rule("T6", "", "No other fields are sent.") { body in
      KlingRules.unknownKeys(in: .object(body.members), fields.union(["model"]), at: "")
        + KlingRules.unknownParts(body)
    },
  ]
}

extension String {
  /// The whole number that the text is.
  var wholeSeconds: Int64? { JSONValue.string(self).wholeNumber }
}
