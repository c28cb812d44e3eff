import ClientRuntime

/// What ChainHub's page says: Kling's rules for the fields that it has, and what it requires.
enum ChainHubRules {
  static let fields: Set = [
    "model_name", "prompt", "image_list", "video_list", "mode", "aspect_ratio", "duration",
    "callback_url", "external_task_id",
  ]
  private static let required = ["model_name", "prompt", "mode", "duration"]
  /// Kling's rules about fields that ChainHub has.
  private static let passedOn: Set = [
    "R7", "R8", "R16", "R17", "R18", "R19", "R20", "R21", "R22", "R23", "R24", "R25", "R26", "R27",
    "R28", "R29", "R36", "R37", "R38", "R39", "R40", "R42", "R43", "R44", "R45", "R46", "R47",
    "R50", "R51", "R52", "R53", "R54", "R58", "R60", "T1", "C1", "C23",
  ]

  static let all: [Rule<KlingBody>] = KlingRules.all.filter { passedOn.contains($0.id) } + own

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
  /// The whole number that the text is, written with digits alone.
  var wholeSeconds: Int64? { utf8.allSatisfy { (48...57).contains($0) } ? Int64(self) : nil }
}
