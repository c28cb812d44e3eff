import ClientRuntime

/// The fields of Seedance, which gateways take in `metadata`.
struct SeedanceTable: Sendable {
  var form: MediaForm

  /// The keys of metadata that reach Seedance; a gateway drops others without a word.
  static let keys: Set = [
    "content", "callback_url", "return_last_frame", "service_tier", "execution_expires_after",
    "generate_audio", "draft", "tools", "resolution", "ratio", "duration", "frames", "seed",
    "camera_fixed", "watermark",
  ]

  static func passMetadata(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    for (key, value) in request.metadata.sorted(by: { $0.key < $1.key }) {
      if keys.contains(key) {
        draft.merge("metadata.\(key)", value, from: "metadata.\(key)")
      } else {
        draft.refuse("U1", "metadata.\(key)", "Seedance has no such key and would not see it")
      }
    }
  }

  var rules: [FieldRule] {
    [
      .refuse(.negativePrompt, "Seedance has no field for it; say in prompt what to avoid"),
      .copy(.aspectRatio, to: "metadata.ratio") { $0.aspectRatio.map { .string($0.rawValue) } },
      frame(.firstFrame, "first_frame") { $0.firstFrame },
      frame(.lastFrame, "last_frame") { $0.lastFrame },
      .map(.images, "metadata.content[] of role reference_image") { request, draft in
        let isFrame = request.imageUsage == .firstFrame && request.images.count == 1
        let canRefer = request.capability.map { $0.inputs.images > 0 } ?? true
        if !isFrame, !canRefer {
          let message = "this model takes frames alone; give firstframe and lastframe"
          draft.refuse("U1", request.path(.images), message)
          return
        }
        let role = isFrame ? "first_frame" : "reference_image"
        write(request.images, .images, "image_url", role, request, &draft)
      },
      .map(.videos, "metadata.content[] of role reference_video") { request, draft in
        for (index, video) in request.videos.enumerated() {
          if case .url = video { continue }
          draft.refuse("U5", "videos[\(index)]", "a video is taken only by address; upload it")
          return
        }
        write(request.videos, .videos, "video_url", "reference_video", request, &draft)
      },
      .map(.audios, "metadata.content[] of role reference_audio") { request, draft in
        write(request.audios, .audios, "audio_url", "reference_audio", request, &draft)
      },
      .leaveOut(.inputRegion, "left out: Seedance fetches addresses from anywhere"),
      .copy(.audioGeneration, to: "metadata.generate_audio") {
        $0.audioGeneration.map { .bool($0) }
      },
      .leaveOut(.backgroundMusic, "left out: Seedance has no switch for it; say it in prompt"),
      .refuse(.keepOriginalSound, "Seedance has no switch for it; say in prompt what to hear"),
      .refuse(.subjects, "Seedance knows no named subjects; give images, name them in prompt"),
      .map(.imageUsage, "the role of one image: Reference, FirstFrame") { request, draft in
        if request.images.isEmpty {
          draft.warn("U6", "image_usage", "left out: there are no images")
          return
        }
        let isPossible =
          request.imageUsage == .reference
          || (request.imageUsage == .firstFrame && request.images.count == 1)
        if isPossible { return }
        draft.refuse("U3", "image_usage", "give frames as firstframe and lastframe")
      },
      .refuse(.videoReferenceType, "Seedance has none; say in prompt what to do with the video"),
      .refuse(.storyboard, "Seedance has none; write the shots into prompt with their seconds"),
      .refuse(.elements, "only Kling has an element library; give images"),
      .copy(.watermark, to: "metadata.watermark") { $0.watermark.map { .bool($0) } },
      .copy(.callbackURL, to: "metadata.callback_url") { $0.callbackURL.map { .string($0) } },
      .copy(.seed, to: "metadata.seed") { $0.seed.map { .integer($0) } },
    ]
  }

  private func frame(
    _ field: RequestField, _ role: String,
    _ media: @escaping @Sendable (ResolvedRequest) -> Media?
  ) -> FieldRule {
    .map(field, "metadata.content[] of role \(role)") { request, draft in
      guard let frame = media(request) else { return }
      write([frame], field, "image_url", role, request, &draft)
    }
  }

  private func write(
    _ media: [Media], _ field: RequestField, _ kind: String, _ role: String,
    _ request: ResolvedRequest, _ draft: inout VendorDraft
  ) {
    if request.metadata["content"] != nil {
      draft.refuse("U4", request.path(field), "metadata.content lists inputs too; keep one of them")
      return
    }
    for (index, item) in media.enumerated() {
      let isFrame = field == .firstFrame || field == .lastFrame
      let path = isFrame ? request.path(field) : "\(request.path(field))[\(index)]"
      guard let text = draft.text(of: item, as: form, at: path) else { continue }
      let content: JSONValue = .object([
        "type": .string(kind), kind: ["url": text], "role": .string(role),
      ])
      draft.append(
        "metadata.content", content, from: path, parts: ["role": path, "\(kind).url": path])
    }
  }
}
