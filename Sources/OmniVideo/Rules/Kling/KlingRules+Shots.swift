import ClientRuntime

extension KlingRules {
  static let shots: [Rule<KlingBody>] = [
    Rule("R1", "prompt", "With shots of one's own the prompt is ignored.") { body in
      guard body.isCustomized, body.text("prompt")?.isBlank == false else { return [] }
      return [.warning("prompt", "ignored with shot_type customize; say it in the shots")]
    },
    Rule("R2", "image_list", "A video of several shots has no first and last frame.") { body in
      guard body.multiShot == .on else { return [] }
      return body.frames.map {
        .error("image_list[\($0)].type", "not with multi_shot; leave type out")
      }
    },
    Rule("R3", "shot_type", "Without multi_shot there are no shot_type and multi_prompt.") { body in
      guard body.multiShot == .off else { return [] }
      let shotType = body.shotType.map(KlingWords.shotTypes.contains) ?? false
      let message = "only with multi_shot true; set it, or leave this out"
      return .error("shot_type", message, if: shotType)
        + .error("multi_prompt", message, if: !body.shots.isEmpty)
    },
    Rule("R4", "shot_type", "multi_shot needs a shot_type.") { body in
      let type = body.value("shot_type")
      return .error(
        "shot_type", "required with multi_shot true: customize or intelligence",
        if: body.multiShot == .on && (type == nil || type == ""))
    },
    Rule("R5", "shot_type", "shot_type is customize or intelligence.") { body in
      guard let type = body.value("shot_type"), type != "" else { return [] }
      let isKnown = type.stringValue.map(KlingWords.shotTypes.contains) ?? false
      return .error("shot_type", "must be customize or intelligence", if: !isKnown)
    },
  ]

  static let storyboard: [Rule<KlingBody>] = [
    Rule("R9", "multi_prompt", "shot_type customize needs multi_prompt.") { body in
      .error(
        "multi_prompt", "required with shot_type customize",
        if: body.isCustomized && body.value("multi_prompt") == nil)
    },
    Rule("R10", "multi_prompt", "There are one to six shots.") { body in
      guard body.multiShot != .off, let list = body.value("multi_prompt") else { return [] }
      guard let shots = list.arrayValue else {
        return [.error("multi_prompt", "must be a list of shots, not \(list.kind.article)")]
      }
      if shots.isEmpty {
        return .error("multi_prompt", "at least one shot is needed", if: body.isCustomized)
      }
      return .error(
        "multi_prompt", "\(shots.count) shots; at most 6 are possible", if: shots.count > 6)
    },
    Rule("R11", "multi_prompt[].prompt", "A shot's prompt has at most 512 characters.") { body in
      body.checkedShots.enumerated().flatMap { index, shot in
        let count = shot["prompt"]?.stringValue?.characterCount ?? 0
        return [Violation].error(
          "multi_prompt[\(index)].prompt", "\(count) characters; at most 512 are possible",
          if: count > 512)
      }
    },
    Rule("R12", "multi_prompt[].duration", "A shot lasts at least a second.") { body in
      body.shotLengths.flatMap { index, length in
        [Violation].error(
          "multi_prompt[\(index)].duration", "must be a whole number of seconds, at least \"1\"",
          if: length == .tooShort)
      }
    },
    Rule("R13", "multi_prompt[].duration", "No shot is longer than the video.") { body in
      body.shotsLongerThanVideo.map {
        .error("multi_prompt[\($0)].duration", "longer than the whole video")
      }
    },
    Rule("R14", "multi_prompt", "The shots together are as long as the video.") { body in
      guard let sum = body.judgeableSum, let total = body.seconds, sum != total else { return [] }
      return [.error("multi_prompt", "the shots last \(sum) seconds, the video \(total)")]
    },
    Rule("R15", "multi_prompt[]", "A shot has an index, a prompt and a duration.") { body in
      body.checkedShots.enumerated().flatMap { index, shot in
        Self.missingParts(of: shot, at: "multi_prompt[\(index)]")
      } + Self.unorderedShots(body)
    },
  ]

  private static func missingParts(of shot: JSONValue, at path: String) -> [Violation] {
    guard let members = shot.objectValue else {
      return [.error(path, "a shot is an object with index, prompt and duration")]
    }
    var violations = ["index", "duration"].flatMap { key in
      [Violation].error("\(path).\(key)", "missing", if: (members[key] ?? .null) == .null)
    }
    if members["prompt"]?.stringValue == nil {
      violations.append(.error("\(path).prompt", "must be a text that says what happens"))
    }
    return violations
  }

  /// Whether the vendor wants 1, 2, 3… is written nowhere; all its samples have it so.
  private static func unorderedShots(_ body: KlingBody) -> [Violation] {
    body.checkedShots.enumerated().flatMap { position, shot -> [Violation] in
      guard let index = shot["index"]?.intValue, index != position + 1 else { return [] }
      return [
        .warning(
          "multi_prompt[\(position)].index", "\(index) where \(position + 1) is usual")
      ]
    }
  }
}

extension KlingBody {
  enum ShotLength: Sendable, Hashable { case seconds(Int64), tooShort, unreadable }

  /// How long each shot is; the type is a matter of its own.
  var shotLengths: [(Int, ShotLength)] {
    checkedShots.enumerated().map { index, shot in
      guard let duration = shot["duration"] else { return (index, .unreadable) }
      switch duration {
      case .null, .bool, .object, .array: return (index, .unreadable)
      default: break
      }
      guard let seconds = duration.wholeNumber, seconds >= 1 else { return (index, .tooShort) }
      return (index, .seconds(seconds))
    }
  }

  var shotsLongerThanVideo: [Int] {
    guard shotsDecideLength, let total = seconds else { return [] }
    return shotLengths.compactMap { index, length in
      if case .seconds(let seconds) = length, seconds > total { index } else { nil }
    }
  }

  /// The sum of the shots, where nothing else is wrong with them that changes it.
  var judgeableSum: Int64? {
    guard shotsDecideLength, shots.count <= 6, shotsLongerThanVideo.isEmpty else { return nil }
    var sum: Int64 = 0
    for (_, length) in shotLengths {
      guard case .seconds(let seconds) = length, seconds < 1_000_000_000 else { return nil }
      sum += seconds
    }
    return sum
  }
}
