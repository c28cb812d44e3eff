import ClientRuntime

extension KlingRules {
  static let videos: [Rule<KlingBody>] = [
    Rule(
      "R36", "video_list[].refer_type", "A video without refer_type is base, a video to edit.",
      moment: .meaning),
    Rule("R37", "video_list[].refer_type", "refer_type is feature or base.") { body in
      body.videoWords("refer_type", KlingWords.referTypes)
    },
    Rule("R38", "video_list[].video_url", "A video is an address.") { body in
      if let list = body.value("video_list"), list.arrayValue == nil {
        return [.error("video_list", "must be a list of videos, not \(list.kind.article)")]
      }
      return body.videoSources.compactMap { path, source in
        guard let source, source != .null, source.stringValue?.isBlank != true else { return nil }
        let text = source.stringValue ?? ""
        let isAddress = MediaText.isWebAddress(text) || MediaText.isPlaceholder(text)
        return isAddress ? nil : .error(path, "must be an http or https address")
      }
    },
    Rule("R39", "video_list[].refer_type", "A video is not edited together with an end frame.") {
      body in
      guard !body.endFrames.isEmpty, let base = body.basePositions.first else { return [] }
      let message = "a video to edit goes with no first and end frame; use feature or no frames"
      return [.error("video_list[\(base)].refer_type", message)]
    },
    Rule("R40", "video_list[].keep_original_sound", "keep_original_sound is yes or no.") { body in
      body.videoWords("keep_original_sound", ["yes", "no"])
    },
    Rule("R41", "sound", "With a video, sound is off.") { body in
      .error(
        "sound", "must be off with a reference video",
        if: !body.videos.isEmpty && body.sound == "on")
    },
    Rule("R42", "video_list[].video_url", "A video is an MP4 or MOV.", moment: .media),
    Rule(
      "R43", "video_list[].video_url", "A video lasts at least 3 seconds, and at most 10.",
      moment: .media),
    Rule(
      "R44", "video_list[].video_url", "A video is 720 to 2160 pixels wide and high.",
      moment: .media),
    Rule("R45", "video_list[].video_url", "A video has 24 to 60 frames a second.", moment: .media),
    Rule("R46", "video_list", "There is at most one video, of at most 200 MB.") { body in
      .error(
        "video_list", "\(body.videos.count) videos; at most one is possible",
        if: body.videos.count > 1)
    },
    Rule("R47", "video_list[].video_url", "video_url must not be empty.") { body in
      body.videoSources.compactMap { path, source in
        let isEmpty = source == nil || source == .null || source?.stringValue?.isBlank == true
        return isEmpty ? .error(path, "must not be empty") : nil
      }
    },
  ]
}

extension KlingBody {
  fileprivate var videoSources: [(String, JSONValue?)] {
    videos.enumerated().map { index, video in ("video_list[\(index)].video_url", video["video_url"])
    }
  }

  /// Where a key of a video has another value than those possible.
  fileprivate func videoWords(_ key: String, _ words: [String]) -> [Violation] {
    videos.enumerated().flatMap { index, video -> [Violation] in
      guard let value = video[key], value != .null else { return [] }
      let isKnown = value.stringValue.map(words.contains) ?? false
      let message = "must be \(words.joined(separator: " or "))"
      return .error("video_list[\(index)].\(key)", message, if: !isKnown)
    }
  }
}
