import ClientRuntime

extension SeedanceRules {
  static let settings: [Rule<SeedanceBody>] = [
    Rule("S11", "metadata.seed", "seed is a whole number from -1 to 4294967295.") { body in
      guard let seed = body.setting("seed") else { return [] }
      let isPossible = seed.intValue.map { (-1...4_294_967_295).contains($0) } ?? false
      return .error("metadata.seed", "must be a number from -1 to 4294967295", if: !isPossible)
    },
    Rule("S12", "metadata.service_tier", "service_tier is default or flex, with 2.0 default.") {
      body in
      guard let tier = body.setting("service_tier") else { return [] }
      let possible: [JSONValue] = body.isSecond ? ["default"] : ["default", "flex"]
      let words = possible.compactMap(\.stringValue).joined(separator: ", ")
      return .error("metadata.service_tier", "must be \(words)", if: !possible.contains(tier))
    },
    Rule("S13", "metadata", "Switches are true or false.") { body in
      let switches = [
        "generate_audio", "watermark", "return_last_frame", "draft", "camera_fixed",
      ]
      return switches.flatMap { key -> [Violation] in
        guard let value = body.setting(key) else { return [] }
        let isSwitch = value == true || value == false
        return .error("metadata.\(key)", "must be true or false", if: !isSwitch)
      }
    },
    Rule("S14", "metadata", "frames and draft are not for all models.") { body in
      framesViolations(body) + draftViolations(body)
    },
    Rule("S15", "metadata.execution_expires_after", "A task expires after 1 to 72 hours.") { body in
      guard let seconds = body.setting("execution_expires_after") else { return [] }
      let isPossible = seconds.intValue.map { (3600...259_200).contains($0) } ?? false
      return .error(
        "metadata.execution_expires_after", "must be a number from 3600 to 259200",
        if: !isPossible)
    },
    Rule(
      "S17", "\(content)[].image_url", "An image has 30 MB, 300 to 6000 pixels a side, 0.4 to 2.5.",
      moment: .media),
    Rule(
      "S18", "\(content)[].video_url",
      "A video has 50 MB, 2 to 15 seconds, 24 to 60 pictures each.",
      moment: .media),
    Rule("S19", "\(content)[].audio_url", "A sound has 15 MB.", moment: .media),
    Rule("S16", "metadata", "Gateways drop other keys without a word.") { body in
      (body.metadata.objectValue ?? [:]).keys.filter { !SeedanceTable.keys.contains($0) }.sorted()
        .map { .warning("metadata.\($0)", "Seedance has no such key and would not see it") }
    },
  ]

  private static func framesViolations(_ body: SeedanceBody) -> [Violation] {
    guard let frames = body.setting("frames") else { return [] }
    if body.isSecond || body.isFirstAndHalf {
      return [.error("metadata.frames", "only with 1.0; give duration")]
    }
    let isPossible = frames.intValue.map { (29...289).contains($0) && ($0 - 25) % 4 == 0 } ?? false
    return .error(
      "metadata.frames", "must be 25 + 4n, from 29 to 289, such as 121", if: !isPossible)
  }

  private static func draftViolations(_ body: SeedanceBody) -> [Violation] {
    let isDraft = body.setting("draft") == true
    return .error("metadata.draft", "only with 1.5 Pro", if: isDraft && !body.isFirstAndHalf)
  }
}
