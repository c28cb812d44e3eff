import ClientRuntime

extension KlingRules {
  static let output: [Rule<KlingBody>] = [
    Rule("R48", "sound", "sound is on or off, and on only with models that can.") { body in
      guard let sound = body.value("sound") else { return [] }
      if sound == "on", body.isO1, body.videos.isEmpty {
        return [.contradiction("sound", "the capability map has no sound for \(body.model)")]
      }
      return .error("sound", "must be on or off", if: sound != "on" && sound != "off")
    },
    Rule("R49", "mode", "mode is std or pro, with kling-v3-omni also 4k.") { body in
      guard let mode = body.value("mode") else { return [] }
      guard let text = mode.stringValue, KlingWords.modes.contains(text) else {
        return [.error("mode", "must be std, pro or 4k")]
      }
      return .error("mode", "4k is for \(KlingWords.v3) alone", if: text == "4k" && body.isO1)
    },
    Rule("R50", "aspect_ratio", "aspect_ratio is required without a first frame or editing.") {
      body in
      guard body.value("aspect_ratio") == nil, body.givenFirstFrames.isEmpty, !body.edits else {
        return []
      }
      let message = "required by the page here, though one of its own samples has none"
      return [.contradiction("aspect_ratio", message)]
    },
    Rule("R51", "aspect_ratio", "aspect_ratio is 16:9, 9:16 or 1:1.") { body in
      guard let ratio = body.value("aspect_ratio") else { return [] }
      let isKnown = ratio.stringValue.map(KlingWords.aspectRatios.contains) ?? false
      return .error("aspect_ratio", "must be 16:9, 9:16 or 1:1", if: !isKnown)
    },
    Rule("R52", "duration", "An edited video is as long as the input; duration is ignored.") {
      body in
      guard body.edits, body.value("duration") != nil else { return [] }
      return [.warning("duration", "ignored: the result is as long as the edited video")]
    },
    Rule(
      "R53", "duration", "Editing is billed by the input's length, rounded to whole seconds.",
      moment: .meaning),
    Rule("R54", "aspect_ratio", "Editing and starting from a first frame take no aspect_ratio.") {
      body in
      guard body.value("aspect_ratio") != nil else { return [] }
      if body.edits { return [.warning("aspect_ratio", "ignored when a video is edited")] }
      guard body.startsFromFirstFrameAlone else { return [] }
      let message = "not supported with a first frame, says one part of the page; leave it out"
      return [.contradiction("aspect_ratio", message)]
    },
    Rule("R55", "duration", "A video lasts 3 to 15 seconds; one part of the page says 3 to 10.") {
      body in
      guard let duration = body.value("duration"), !body.edits else { return [] }
      let isPlain = duration.wholeNumber.map { .string("\($0)") == duration } ?? false
      guard let seconds = duration.wholeNumber, isPlain || duration.stringValue == nil else {
        guard duration.stringValue != nil else { return [] }
        return [.error("duration", "must be a whole number of seconds, \"3\" to \"15\"")]
      }
      if !(3...15).contains(seconds) {
        let hint = seconds >= 1000 ? "; that looks like milliseconds" : ""
        return [.error("duration", "must be \"3\" to \"15\" seconds\(hint)")]
      }
      return seconds <= 10
        ? [] : [.contradiction("duration", "the page's questions and answers say 3 to 10 seconds")]
    },
    Rule("R56", "watermark_info", "watermark_info is an object with enabled, true or false.") {
      body in
      guard let info = body.value("watermark_info") else { return [] }
      guard let members = info.objectValue else {
        return [.error("watermark_info", "must be an object with enabled")]
      }
      let path = members["enabled"] == nil ? "watermark_info" : "watermark_info.enabled"
      let message = "enabled must be true or false"
      return .error(path, message, if: members["enabled"]?.boolValue == nil)
    },
    Rule("R57", "watermark_info", "There are no watermarks of one's own.") { body in
      (body.value("watermark_info")?.objectValue ?? [:]).keys.sorted()
        .filter { $0 != "enabled" }
        .map { .error("watermark_info.\($0)", "watermark_info has no field but enabled") }
    },
  ]

  static let task: [Rule<KlingBody>] = [
    Rule("R58", "callback_url", "With callback_url Kling reports every change of status.") { body in
      mustBeText("callback_url", body)
    },
    Rule(
      "R59", "external_task_id", "external_task_id finds the task, beside Kling's own id.",
      moment: .query),
    Rule("R60", "external_task_id", "external_task_id is unique within an account.") { body in
      mustBeText("external_task_id", body)
    },
    Rule(
      "R61", "task_id", "A task is asked for by task_id or external_task_id, in the path.",
      moment: .query),
    Rule(
      "R62", "pageNum", "pageNum is 1 to 1000, pageSize 1 to 500.", moment: .query),
  ]

  private static func mustBeText(_ key: String, _ body: KlingBody) -> [Violation] {
    guard let value = body.value(key) else { return [] }
    return .error(
      key, "must be a text, not \(value.kind.article)", if: value.stringValue == nil)
  }
}
