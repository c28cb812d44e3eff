import ClientRuntime

extension KlingRules {
  static let frames: [Rule<KlingBody>] = [
    Rule("R16", "image_list[].type", "A start frame is first_frame, an end frame end_frame.") {
      body in
      body.imageTypes.compactMap { index, type in
        guard FrameWord(type) == .misspelt else { return nil }
        return .error("image_list[\(index)].type", "must be first_frame or end_frame")
      }
    },
    Rule("R17", "image_list[].type", "An end frame needs a first frame.") { body in
      let isMisspelt = body.imageTypes.contains { FrameWord($0.1) == .misspelt }
      guard body.firstFrames.isEmpty, !isMisspelt, let last = body.endFrames.first else {
        return []
      }
      return [.error("image_list[\(last)].type", "needs an image of type first_frame as well")]
    },
    Rule("R18", "image_list[].type", "An image that is no frame has no type.") { body in
      body.imageTypes.compactMap { index, type in
        guard FrameWord(type) == .other else { return nil }
        return .error("image_list[\(index)].type", "leave type out, unless the image is a frame")
      }
    },
    Rule("R19", "image_list[].type", "A video that starts from a frame edits no video.") { body in
      guard body.edits, body.endFrames.isEmpty, let first = body.firstFrames.first else {
        return []
      }
      let message = "not together with a video to edit; refer_type is base unless it is feature"
      return [.error("image_list[\(first)].type", message)]
    },
    Rule("R20", "image_list[].type", "There is one first frame and one end frame.") { body in
      (body.firstFrames.dropFirst() + body.endFrames.dropFirst()).sorted().map {
        .warning("image_list[\($0)].type", "another image has this type already")
      }
    },
  ]

  static let images: [Rule<KlingBody>] = [
    Rule("R21", "image_list[].image_url", "An image is an address or base64.") { body in
      if let list = body.value("image_list"), list.arrayValue == nil {
        return [.error("image_list", "must be a list of images, not \(list.kind.article)")]
      }
      return body.imageSources.compactMap { path, source in
        guard let source, source != .null, source != "" else { return nil }
        guard let text = source.stringValue else {
          return .error(path, "must be a text, not \(source.kind.article)")
        }
        return KlingImage(text).isSendable || text.isBlank
          ? nil : .error(path, "must be an http or https address, or plain base64")
      }
    },
    Rule("R22", "image_list[].image_url", "An image is a JPEG or PNG.", at: .media) { body in
      body.inlineImages { KlingImageLimits.format($0) }
    },
    Rule("R23", "image_list[].image_url", "An image has at most 10 MB.", at: .media) { body in
      body.inlineImages { KlingImageLimits.size($0) }
    },
    Rule("R24", "image_list[].image_url", "An image has 300 pixels each way.", at: .media) { body in
      body.inlineImages { KlingImageLimits.pixels($0) }
    },
    Rule("R25", "image_list[].image_url", "An image is between 1:2.5 and 2.5:1.", at: .media) {
      body in
      body.inlineImages { KlingImageLimits.ratio($0) }
    },
    Rule("R26", "image_list", "With a video, images and elements are at most 4.") { body in
      tooMany(body, limit: 4, withVideo: true)
    },
    Rule("R27", "image_list", "Without a video, images and elements are at most 7.") { body in
      tooMany(body, limit: 7, withVideo: false)
    },
    Rule("R28", "image_list[].type", "kling-video-o1 takes no frames among more than two images.") {
      body in
      guard body.isO1, body.images.count > 2, let frame = body.frames.first else { return [] }
      let message = "\(KlingWords.o1) takes frames among at most two images"
      return [.error("image_list[\(frame)].type", message)]
    },
    Rule("R29", "image_list[].image_url", "image_url must not be empty.") { body in
      body.imageSources.compactMap { path, source in
        let isEmpty = source == nil || source == .null || source?.stringValue?.isBlank == true
        return isEmpty ? .error(path, "must not be empty") : nil
      }
    },
  ]

  private static func tooMany(_ body: KlingBody, limit: Int, withVideo: Bool) -> [Violation] {
    guard body.videos.isEmpty != withVideo, body.elementLimit == nil else { return [] }
    let count = body.images.count + body.elements.count
    let path = body.images.isEmpty ? "element_list" : "image_list"
    let message = "\(body.images.count) images and \(body.elements.count) elements; together at"
    return .error(path, "\(message) most \(limit) are possible", if: count > limit)
  }

  static let elements: [Rule<KlingBody>] = [
    Rule("R30", "element_list", "With a first frame, elements are at most 3.") { body in
      guard let limit = body.elementLimit, limit.rule == "R30" else { return [] }
      return [.error("element_list", limit.message)]
    },
    Rule("R31", "element_list", "With two frames, kling-v3-omni takes at most 3 elements.") {
      body in
      guard let limit = body.elementLimit, limit.rule == "R31" else { return [] }
      return [.error("element_list", limit.message)]
    },
    Rule("R32", "element_list", "With two frames, kling-video-o1 takes no elements.") { body in
      guard let limit = body.elementLimit, limit.rule == "R32" else { return [] }
      return [.error("element_list", limit.message)]
    },
    Rule(
      "R33", "element_list", "With a video, elements made from videos are not supported.",
      moment: .server),
    Rule("R34", "element_list[].element_id", "An element has its element_id.") { body in
      if let list = body.value("element_list"), list.arrayValue == nil {
        return [.error("element_list", "must be a list of elements, not \(list.kind.article)")]
      }
      return body.elements.enumerated().flatMap { index, element in
        let path = "element_list[\(index)]"
        guard let members = element.objectValue else {
          return [Violation.error(path, "an element is an object with element_id")]
        }
        return .error(
          "\(path).element_id", "missing", if: (members["element_id"] ?? .null) == .null)
      }
    },
    Rule(
      "R35", "element_list", "kling-video-o1 takes only elements made from images.",
      moment: .server),
  ]
}

extension KlingBody {
  /// The type of each image that has the key at all.
  var imageTypes: [(Int, JSONValue)] {
    images.enumerated().compactMap { index, image in image["type"].map { (index, $0) } }
  }

  /// Where each image comes from.
  var imageSources: [(String, JSONValue?)] {
    images.enumerated().map { index, image in
      ("image_list[\(index)].image_url", image["image_url"])
    }
  }

  /// Which limit on elements beside frames is passed; the smaller limit is the one that counts.
  var elementLimit: (rule: String, message: String)? {
    guard !firstFrames.isEmpty else { return nil }
    let count = elements.count
    if !endFrames.isEmpty, isO1, count > 0 {
      return ("R32", "\(KlingWords.o1) takes no elements with a first and an end frame")
    }
    if count <= 3 { return nil }
    let isPair = !endFrames.isEmpty && isV3
    return (isPair ? "R31" : "R30", "\(count) elements; with frames at most 3 are possible")
  }

  /// What a limit says of the images that stand in the body as base64.
  func inlineImages(_ judge: (ImageFacts) -> MediaFault?) -> [Violation] {
    imageSources.compactMap { path, source in
      source?.stringValue.flatMap { KlingImage($0).facts }.flatMap(judge)?.at(path)
    }
  }
}

/// What the type of an image says.
enum FrameWord {
  case frame, misspelt, other

  init(_ type: JSONValue) {
    guard let text = type.stringValue else {
      self = .other
      return
    }
    if text == KlingWords.firstFrame || text == KlingWords.endFrame {
      self = .frame
    } else {
      let words = ["frame", "first", "last", "start", "end", "tail"]
      self = words.contains { text.lowercased().contains($0) } ? .misspelt : .other
    }
  }
}
