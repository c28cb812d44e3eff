import ClientRuntime

/// The fields of Kling's Omni bodies, which gateways put at other places.
struct KlingTable: Sendable {
  /// What stands before each key, such as `metadata.`.
  var prefix = ""
  var images = MediaForm.plainBase64

  private static let names: [String: RequestField] = [
    "model_name": .model, "duration": .seconds, "mode": .resolution, "sound": .audioGeneration,
    "multi_shot": .storyboard, "shot_type": .storyboard, "multi_prompt": .storyboard,
    "image_list": .images, "video_list": .videos, "element_list": .elements,
    "watermark_info": .watermark, "image": .firstFrame, "image_tail": .lastFrame,
  ]

  /// The unified field that a rule about Kling's words is about, where nothing was written.
  static func unifiedPath(of path: String) -> String {
    let bare = path.hasPrefix("metadata.") ? path.dropFirst("metadata.".count) : path[...]
    let root = String(bare.prefix { $0 != "." && $0 != "[" })
    if let field = names[root] { return field.rawValue }
    return RequestField(rawValue: root) == nil ? path : root
  }

  private func key(_ name: String) -> String { prefix + name }

  var resolution: FieldRule {
    let modes: [VideoRequest.Resolution: JSONValue] = [.p720: "std", .p1080: "pro", .fourK: "4k"]
    return .map(.resolution, "\(key("mode")): 720p std, 1080p pro, 4k 4k") { request, draft in
      guard let resolution = request.resolution else { return }
      let path = request.path(.resolution)
      guard let mode = modes[.init(rawValue: resolution.rawValue.lowercased())] else {
        draft.refuse("U3", path, "Kling has 720p, 1080p and 4k")
        return
      }
      draft.set(key("mode"), mode, from: path)
    }
  }

  var seconds: FieldRule {
    .map(.seconds, "\(key("duration")), as text; nothing when a video is edited") {
      request, draft in
      guard let seconds = request.seconds else { return }
      if request.edits {
        let message = "left out: the result is as long as the edited video"
        draft.warn("R52", request.path(.seconds), message)
      } else {
        draft.set(key("duration"), .string("\(seconds)"), from: request.path(.seconds))
      }
    }
  }

  var aspectRatio: FieldRule {
    .map(.aspectRatio, "\(key("aspect_ratio")); nothing when a video is edited") { request, draft in
      guard let ratio = request.aspectRatio else { return }
      if request.edits {
        let message = "left out: the result has the shape of the edited video"
        draft.warn("R54", request.path(.aspectRatio), message)
      } else {
        draft.set(key("aspect_ratio"), .string(ratio.rawValue), from: request.path(.aspectRatio))
      }
    }
  }

  /// First of the list, so that the vendor sees them before what is only referred to.
  var firstFrame: FieldRule {
    .map(.firstFrame, "\(key("image_list"))[].type first_frame") { request, draft in
      guard let frame = request.firstFrame else { return }
      add(frame, KlingWords.firstFrame, request.path(.firstFrame), &draft)
    }
  }

  var lastFrame: FieldRule {
    .map(.lastFrame, "\(key("image_list"))[].type end_frame") { request, draft in
      guard let frame = request.lastFrame else { return }
      add(frame, KlingWords.endFrame, request.path(.lastFrame), &draft)
    }
  }

  var imageList: FieldRule {
    .map(.images, "\(key("image_list")), without type unless image_usage says so") {
      request, draft in
      let list = request.path(.images)
      let frame: String? =
        switch request.imageUsage {
        case VideoRequest.ImageUsage.firstFrame?: KlingWords.firstFrame
        case VideoRequest.ImageUsage.lastFrame?: KlingWords.endFrame
        default: nil
        }
      for (index, image) in request.images.enumerated() {
        let path = request.places[.images] == nil ? "\(list)[\(index)]" : list
        add(image, frame, path, &draft)
      }
      let hasFrames = request.firstFrame != nil || request.lastFrame != nil
      let refersToImages = PromptReference.all(in: request.prompt ?? "").contains {
        $0.kind == "image"
      }
      if hasFrames, refersToImages {
        draft.warn(
          "U7", "prompt", "Kling counts frames as images: <<<image_1>>> is the first frame here")
      }
    }
  }

  private func add(_ media: Media, _ type: String?, _ path: String, _ draft: inout VendorDraft) {
    guard let text = draft.text(of: media, as: images, at: path) else { return }
    var image: JSONValue = ["image_url": text]
    image["type"] = type.map { .string($0) }
    draft.append(
      key("image_list"), image, from: path, parts: ["image_url": path, "type": path])
  }

  var imageUsage: FieldRule {
    .map(.imageUsage, "\(key("image_list"))[].type") { request, draft in
      guard let usage = request.imageUsage else { return }
      let path = request.path(.imageUsage)
      if !VideoRequest.ImageUsage.allKnown.contains(usage) {
        draft.refuse("U3", path, "must be Reference, FirstFrame or LastFrame")
      } else if request.images.isEmpty {
        draft.warn("U6", path, "left out: there are no images")
      } else if usage != .reference, request.images.count > 1 {
        draft.refuse("U3", path, "one image can be a frame; give it as firstframe or lastframe")
      }
    }
  }

  var videos: FieldRule {
    .map(.videos, "\(key("video_list"))[].video_url; one, by address") { request, draft in
      let list = request.path(.videos)
      for (index, video) in request.videos.enumerated() {
        let path = request.places[.videos] == nil ? "\(list)[\(index)]" : list
        guard let text = draft.text(of: video, as: .address, at: path, rule: "R38") else {
          continue
        }
        var item: JSONValue = ["video_url": text]
        item["refer_type"] = request.videoReferenceType.map { .string($0.rawValue) }
        item["keep_original_sound"] = request.keepOriginalSound.map { $0 ? "yes" : "no" }
        draft.append(
          key("video_list"), item, from: path,
          parts: [
            "video_url": path, "refer_type": request.path(.videoReferenceType),
            "keep_original_sound": request.path(.keepOriginalSound),
          ])
      }
      if !request.videos.isEmpty, request.videoReferenceType == nil {
        draft.warn(
          "R36", RequestField.videoReferenceType.rawValue,
          "not given, so the video is edited; write base or feature to be sure")
      }
    }
  }

  var videoReferenceType: FieldRule { ofVideo(.videoReferenceType, "refer_type: feature, base") }

  var keepOriginalSound: FieldRule {
    ofVideo(.keepOriginalSound, "keep_original_sound: Enabled yes, Disabled no")
  }

  /// A field that goes into each video, written together with it.
  private func ofVideo(_ field: RequestField, _ words: String) -> FieldRule {
    .map(field, "\(key("video_list"))[].\(words)") { request, draft in
      guard request.videos.isEmpty else { return }
      draft.warn("U6", request.path(field), "left out: there are no videos")
    }
  }

  var sound: FieldRule {
    .copy(.audioGeneration, to: key("sound")) { $0.audioGeneration.map { $0 ? "on" : "off" } }
  }

  var storyboard: FieldRule {
    .map(
      .storyboard, "\(key("multi_shot")), \(key("shot_type")), \(key("multi_prompt"))"
    ) { request, draft in
      let place = request.places[.storyboard]
      let origin = { (name: String) in place.map { "\($0).\(name)" } ?? "storyboard" }
      draft.set(key("multi_shot"), true, from: origin("multi_shot"))
      switch request.storyboard {
      case .smart?: draft.set(key("shot_type"), "intelligence", from: origin("shot_type"))
      case .custom(let shots)?:
        draft.set(key("shot_type"), "customize", from: origin("shot_type"))
        let list = shots.enumerated().map { $1.klingJSON(at: $0) }
        draft.set(key("multi_prompt"), .array(list), from: origin("multi_prompt"))
      case nil: break
      }
    }
  }

  /// Shots of one's own make the vendor ignore the prompt, so it is not sent.
  var prompt: FieldRule {
    .map(.prompt, "prompt; nothing with a storyboard of one's own") { request, draft in
      if case .custom? = request.storyboard {
        guard request.prompt?.isBlank == false else { return }
        draft.warn("R1", "prompt", "left out: Kling ignores it beside shots; say it in the shots")
      } else {
        draft.set("prompt", request.prompt.map { .string($0) }, from: "prompt")
      }
    }
  }

  var elements: FieldRule {
    .copy(.elements, to: key("element_list")) { .array($0.elements.map(\.json)) }
  }

  var watermark: FieldRule {
    .copy(.watermark, to: key("watermark_info.enabled")) { $0.watermark.map { .bool($0) } }
  }
}

extension VideoRequest.Shot {
  /// The shot as Kling has it, with its length as text.
  func klingJSON(at position: Int) -> JSONValue {
    [
      "index": .integer(Int64(index ?? position + 1)), "prompt": .string(prompt),
      "duration": .string("\(seconds)"),
    ]
  }
}
