import ClientRuntime

/// What Seedance's page says, which gateways pass on.
enum SeedanceRules {
  private static let ratios: Set<JSONValue> = [
    "16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive",
  ]
  static let content = "metadata.content"

  static let all = inputs + settings

  private static let inputs: [Rule<SeedanceBody>] = [
    Rule("S1", content, "With 2.0 there are at most 9 images, 3 videos and 3 sounds.") { body in
      guard body.isSecond else { return [] }
      let limits = [("image_url", 9), ("video_url", 3), ("audio_url", 3)]
      return limits.flatMap { kind, limit in
        let count = body.count(kind)
        return [Violation].error(
          content, "\(count) of \(kind); at most \(limit) are possible", if: count > limit)
      }
    },
    Rule("S2", content, "Frames and references exclude each other.") { body in
      let references = body.roles("reference_image", "reference_video", "reference_audio")
      guard let frame = body.roles("first_frame", "last_frame").first, !references.isEmpty else {
        return []
      }
      return [.error("\(content)[\(frame)].role", "not together with references")]
    },
    Rule("S3", content, "A last frame needs a first frame.") { body in
      guard body.roles("first_frame").isEmpty, let last = body.roles("last_frame").first else {
        return []
      }
      return [.error("\(content)[\(last)].role", "needs an image of role first_frame as well")]
    },
    Rule("S4", content, "Sounds need an image or a video beside them.") { body in
      let isAlone = body.count("image_url") + body.count("video_url") == 0
      return .error(
        content, "a sound alone is not possible", if: body.count("audio_url") > 0 && isAlone)
    },
    Rule("S5", "metadata.duration", "duration is a number of seconds that the model can.") { body in
      guard let (path, value) = body.length else { return [] }
      let range = body.possibleSeconds
      let isPossible = value.intValue.map { range.contains($0) || $0 == -1 } ?? false
      let message = "must be a number from \(range.lowerBound) to \(range.upperBound)"
      return .error(path, message, if: !isPossible)
    },
    Rule("S6", "metadata.ratio", "ratio is one of seven words.") { body in
      guard let ratio = body.metadata["ratio"], ratio != .null else { return [] }
      let message = "must be 16:9, 4:3, 1:1, 3:4, 9:16, 21:9 or adaptive"
      return .error("metadata.ratio", message, if: !ratios.contains(ratio))
    },
    Rule("S7", "metadata.resolution", "resolution is 480p, 720p or 1080p, with 2.0 Fast no 1080p.")
    {
      body in
      guard let resolution = body.metadata["resolution"], resolution != .null else { return [] }
      let isFast = body.isSecond && body.isFast
      let possible: [JSONValue] = isFast ? ["480p", "720p"] : ["480p", "720p", "1080p"]
      let words = possible.compactMap(\.stringValue).joined(separator: ", ")
      return .error(
        "metadata.resolution", "must be \(words)", if: !possible.contains(resolution))
    },
    Rule("S8", content, "An input has a type, and an address below that type's name.") { body in
      body.content.enumerated().compactMap { index, item in
        let kinds = ["image_url", "video_url", "audio_url"]
        guard let kind = item["type"]?.stringValue, kinds.contains(kind) else {
          return item["type"] == "text"
            ? nil : .error("\(content)[\(index)].type", "must be image_url, video_url or audio_url")
        }
        let url = item[kind]?["url"]
        return url?.stringValue?.isBlank == false
          ? nil : .error("\(content)[\(index)].\(kind).url", "must be an address")
      }
    },
    Rule("S9", "\(content)[].role", "An input has a role of its type.") { body in
      body.content.enumerated().compactMap { index, item in
        guard let kind = item["type"]?.stringValue, let possible = roles[kind],
          let role = item["role"], role != .null
        else { return nil }
        if role.stringValue.map(possible.contains) ?? false { return nil }
        return .error(
          "\(content)[\(index)].role", "must be \(possible.joined(separator: ", "))")
      }
    },
    Rule("S10", "\(content)[].role", "A video has one first and one last frame.") { body in
      ["first_frame", "last_frame"].flatMap { role in
        body.roles(role).dropFirst().map {
          .error("\(content)[\($0)].role", "there is a \(role) already")
        }
      }
    },
  ]

  private static let roles = [
    "image_url": ["first_frame", "last_frame", "reference_image"],
    "video_url": ["reference_video"], "audio_url": ["reference_audio"],
  ]
}
