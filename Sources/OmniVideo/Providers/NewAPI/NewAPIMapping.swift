import ClientRuntime

/// From the unified request to a gateway that runs New API.
///
/// What such a gateway reads itself is little; each family of models reads the rest at places of
/// its own, and overlooks without a word what stands elsewhere. So every family has its table.
enum NewAPIMapping {
  static func table(for family: ModelFamily) -> [FieldRule] {
    switch family {
    case .kling: kling
    case .seedance: seedance
    case .vidu: vidu
    case .veo: veo
    case .hailuo: hailuo
    case .sora: sora
    case .hunyuan, .grok, .geminiOmni, .happyHorse, .unknown: page
    }
  }

  private static let missing = "the gateway's page has no field for it"

  private static let addresses = MediaForm.address

  /// What the page says of all models.
  static let page: [FieldRule] = [
    .map(.model, "model") { request, draft in
      let name = request.capability?.names[.newapi] ?? request.model.rawValue
      if let capability = request.capability, capability.names[.newapi] == nil {
        draft.refuse("U3", "model", "New API gateways have no \(capability.model.rawValue)")
        return
      }
      draft.set("model", .string(name), from: "model")
    },
    .copy(.prompt, to: "prompt") { $0.prompt.map { .string($0) } },
    .refuse(.negativePrompt, "\(missing) with this model; say in prompt what to avoid"),
    .copy(.resolution, to: "resolution") { $0.resolution.map { .string($0.rawValue) } },
    .map(.seconds, "seconds, as text, and duration, a number: some models read only one") {
      request, draft in
      guard let seconds = request.seconds else { return }
      let path = request.path(.seconds)
      draft.set("seconds", .string("\(seconds)"), from: path)
      draft.set("duration", .integer(Int64(seconds)), from: path)
    },
    .copy(.aspectRatio, to: "aspect_ratio") { $0.aspectRatio.map { .string($0.rawValue) } },
    .map(.firstFrame, "image_url, mode i2v") { request, draft in
      guard let frame = request.firstFrame else { return }
      let path = request.path(.firstFrame)
      draft.set("image_url", draft.text(of: frame, as: .address, at: path), from: path)
      let mode: JSONValue = request.lastFrame == nil ? "i2v" : "i2v_first_last"
      draft.set("mode", mode, from: path)
    },
    .map(.lastFrame, "end_image_url, mode i2v_first_last") { request, draft in
      guard let frame = request.lastFrame else { return }
      let path = request.path(.lastFrame)
      if request.firstFrame == nil {
        draft.refuse("G14", path, "needs a firstframe as well")
        return
      }
      draft.set("end_image_url", draft.text(of: frame, as: .address, at: path), from: path)
    },
    .map(.images, "reference_images, mode reference_images; image_urls beside other inputs") {
      request, draft in
      NewAPIInputs.writeImages(request, &draft)
    },
    .map(.imageUsage, "Reference as it is; FirstFrame: image_url") { request, draft in
      NewAPIInputs.checkUsage(request, &draft)
    },
    .map(.videos, "video_urls, mode reference_material; video_url, mode edit with base") {
      request, draft in
      NewAPIInputs.writeVideos(request, &draft)
    },
    .map(.videoReferenceType, "base: mode edit") { request, draft in
      if request.videoReferenceType == .base, !request.videos.isEmpty { return }
      draft.refuse("U1", "video_reference_type", "only base has a place here, with videos")
    },
    .map(.audios, "audio_urls, mode reference_material") { request, draft in
      NewAPIInputs.write(request.audios, "audio_urls", .audios, request, &draft)
      draft.set("mode", "reference_material", from: request.path(.audios))
    },
    .leaveOut(.inputRegion, "left out: the gateway does not ask where addresses are reachable"),
    .refuse(.audioGeneration, "\(missing) with this model; leave it out"),
    .leaveOut(.backgroundMusic, "left out: this model has no switch for it"),
    .refuse(.keepOriginalSound, "\(missing); leave it out"),
    .refuse(.subjects, "\(missing); give images"),
    .refuse(.storyboard, "\(missing), and it would be lost; use Kling itself or OmniRouters"),
    .refuse(.elements, "\(missing), and they would be lost; use Kling itself or OmniRouters"),
    .refuse(.watermark, "\(missing) with this model; leave it out"),
    .copy(.callbackURL, to: "callback_url") { $0.callbackURL.map { .string($0) } },
    .copy(.externalTaskID, to: "external_task_id") { $0.externalTaskID.map { .string($0) } },
    .copy(.seed, to: "seed") { $0.seed.map { .integer($0) } },
    MetadataRules.passed,
    MetadataRules.extras,
  ]

  /// Kling's models for text and frames, all behind the name `kling-video`.
  static let kling: [FieldRule] = page.replacing([
    .map(.model, "model kling-video, model_name: Kling's own name") { request, draft in
      guard let name = request.capability?.names[.newapi] else {
        let message = "the gateway has no Omni model, and their fields would be lost; use Kling-3.0"
        draft.refuse("G15", "model", message)
        return
      }
      draft.set("model", "kling-video", from: "model")
      draft.set("model_name", .string(name), from: "model")
    },
    both(.negativePrompt, "negative_prompt") { $0.negativePrompt.map { .string($0) } },
    .map(.resolution, "metadata.mode: 720p std, 1080p pro; mode itself says t2v or i2v") {
      request, draft in KlingTable(prefix: "metadata.").resolution.apply(request, &draft)
    },
    both(.aspectRatio, "aspect_ratio") { $0.aspectRatio.map { .string($0.rawValue) } },
    .map(.firstFrame, "image, mode i2v") { request, draft in
      guard let frame = request.firstFrame else { return }
      NewAPIInputs.writeKlingImage(frame, request.path(.firstFrame), &draft)
    },
    .map(.lastFrame, "metadata.image_tail, beside a firstframe") { request, draft in
      guard let frame = request.lastFrame else { return }
      let path = request.path(.lastFrame)
      if request.firstFrame == nil {
        draft.refuse("R17", path, "needs a firstframe as well")
        return
      }
      draft.set(
        "metadata.image_tail", draft.text(of: frame, as: .plainBase64, at: path), from: path)
    },
    .map(.images, "one: image, mode i2v; several: image_list, mode multi_i2v") { request, draft in
      NewAPIInputs.writeKlingImages(request, &draft)
    },
    .refuse(.videos, "\(missing) with Kling, and they would be lost; use Kling itself"),
    .refuse(.videoReferenceType, "\(missing) with Kling; use Kling itself"),
    .refuse(.audios, "Kling follows no sounds; use a Seedance model"),
    .map(.audioGeneration, "sound: on, off") { request, draft in
      KlingTable().sound.apply(request, &draft)
      guard request.audioGeneration == true else { return }
      let message = "some gateways of this sort pass no sound on to Kling"
      draft.warn("U7", request.path(.audioGeneration), message)
    },
    KlingTable().watermark,
    both(.callbackURL, "callback_url") { $0.callbackURL.map { .string($0) } },
    both(.externalTaskID, "external_task_id") { $0.externalTaskID.map { .string($0) } },
    .refuse(.seed, "Kling takes no seed; leave it out"),
  ])

  static let seedance: [FieldRule] = page.replacing(
    SeedanceTable(form: .address).rules + [
      .copy(.resolution, to: "metadata.resolution") { $0.resolution.map { .string($0.rawValue) } },
      .map(.seconds, "seconds, as text, and duration and metadata.duration, numbers") {
        request, draft in
        guard let seconds = request.seconds else { return }
        let path = request.path(.seconds)
        draft.set("seconds", .string("\(seconds)"), from: path)
        draft.set("duration", .integer(Int64(seconds)), from: path)
        draft.set("metadata.duration", .integer(Int64(seconds)), from: path)
      },
      .map(.metadata, "metadata: the keys that Seedance knows") { request, draft in
        SeedanceTable.passMetadata(request, &draft)
      },
    ])

  static let vidu: [FieldRule] = page.replacing([
    .copy(.resolution, to: "size") { $0.resolution.map { .string($0.rawValue) } },
    .copy(.aspectRatio, to: "metadata.aspect_ratio") {
      $0.aspectRatio.map { .string($0.rawValue) }
    },
    .map(.firstFrame, "images[0]: one image begins the video") { request, draft in
      guard let frame = request.firstFrame else { return }
      let path = request.path(.firstFrame)
      guard let text = draft.text(of: frame, as: .dataURI, at: path) else { return }
      draft.append("images", text, from: path)
    },
    .map(.lastFrame, "images[1]: two images begin and end the video") { request, draft in
      guard let frame = request.lastFrame else { return }
      let path = request.path(.lastFrame)
      guard request.firstFrame != nil else {
        draft.refuse("G14", path, "needs a firstframe as well")
        return
      }
      guard let text = draft.text(of: frame, as: .dataURI, at: path) else { return }
      draft.append("images", text, from: path)
    },
    .map(.images, "images, three or more: fewer would be taken for frames") { request, draft in
      let hasFrames = request.firstFrame != nil || request.lastFrame != nil
      if hasFrames || (request.images.count < 3 && request.imageUsage != .firstFrame) {
        let message = "one or two images are taken for frames; give firstframe and lastframe"
        draft.refuse("U7", request.path(.images), message)
        return
      }
      NewAPIInputs.write(request.images, "images", .images, request, &draft)
    },
    .refuse(.videos, "the gateway passes no videos on to Vidu; leave them out"),
    .refuse(.videoReferenceType, "the gateway passes no videos on to Vidu; leave it out"),
    .refuse(.audios, "Vidu follows no sounds; leave them out"),
    .copy(.audioGeneration, to: "metadata.audio") { $0.audioGeneration.map { .bool($0) } },
    .copy(.backgroundMusic, to: "metadata.bgm") { $0.backgroundMusic.map { .bool($0) } },
    .copy(.seed, to: "metadata.seed") { $0.seed.map { .integer($0) } },
    both(.callbackURL, "callback_url") { $0.callbackURL.map { .string($0) } },
  ])

  static let veo: [FieldRule] = page.replacing([
    .copy(.negativePrompt, to: "metadata.negativePrompt") { $0.negativePrompt.map { .string($0) } },
    both(.resolution, "resolution") { $0.resolution.map { .string($0.rawValue) } },
    .map(.seconds, "seconds, as text, duration and metadata.durationSeconds, numbers") {
      request, draft in
      guard let seconds = request.seconds else { return }
      let path = request.path(.seconds)
      draft.set("seconds", .string("\(seconds)"), from: path)
      draft.set("duration", .integer(Int64(seconds)), from: path)
      draft.set("metadata.durationSeconds", .integer(Int64(seconds)), from: path)
    },
    .map(.aspectRatio, "aspect_ratio and metadata.aspectRatio") { request, draft in
      let ratio = request.aspectRatio.map { JSONValue.string($0.rawValue) }
      draft.set("aspect_ratio", ratio, from: request.path(.aspectRatio))
      draft.set("metadata.aspectRatio", ratio, from: request.path(.aspectRatio))
    },
    .map(.firstFrame, "base64: image; an address: image_url, in doubt; mode i2v") {
      request, draft in
      NewAPIInputs.writeVeoFrame(request, &draft)
    },
    .copy(.audioGeneration, to: "metadata.generateAudio") { $0.audioGeneration.map { .bool($0) } },
    both(.seed, "seed") { $0.seed.map { .integer($0) } },
  ])

  static let hailuo: [FieldRule] = page.replacing([
    .copy(.resolution, to: "size") { $0.resolution.map { .string($0.rawValue) } },
    .refuse(.aspectRatio, "Hailuo has no field for it; the first frame decides the shape"),
    .map(.firstFrame, "metadata.first_frame_image") { request, draft in
      guard let frame = request.firstFrame else { return }
      let path = request.path(.firstFrame)
      let text = draft.text(of: frame, as: .dataURI, at: path)
      draft.set("metadata.first_frame_image", text, from: path)
    },
    .map(.lastFrame, "metadata.last_frame_image") { request, draft in
      guard let frame = request.lastFrame else { return }
      let path = request.path(.lastFrame)
      let text = draft.text(of: frame, as: .dataURI, at: path)
      draft.set("metadata.last_frame_image", text, from: path)
    },
    .refuse(.images, "the gateway passes none on to Hailuo; give firstframe and lastframe"),
    .refuse(.imageUsage, "the gateway passes no images on to Hailuo; give firstframe"),
    .refuse(.videos, "Hailuo follows no videos; leave them out"),
    .refuse(.videoReferenceType, "Hailuo follows no videos; leave it out"),
    .refuse(.audios, "Hailuo follows no sounds; leave them out"),
    .copy(.watermark, to: "metadata.aigc_watermark") { $0.watermark.map { .bool($0) } },
    .copy(.callbackURL, to: "metadata.callback_url") { $0.callbackURL.map { .string($0) } },
    .refuse(.seed, "Hailuo takes no seed; leave it out"),
  ])

  /// Sora's body is passed on as it is, so only Sora's own words go in.
  static let sora: [FieldRule] = page.replacing([
    .map(.resolution, "size, together with aspect_ratio") { request, draft in
      NewAPIInputs.writeSoraSize(request, &draft)
    },
    .map(.aspectRatio, "size, together with resolution") { request, draft in
      NewAPIInputs.writeSoraSize(request, &draft)
    },
    .copy(.seconds, to: "seconds") { $0.seconds.map { .string("\($0)") } },
    .map(.firstFrame, "input_reference.image_url") { request, draft in
      guard let frame = request.firstFrame else { return }
      let path = request.path(.firstFrame)
      let text = draft.text(of: frame, as: .dataURI, at: path)
      draft.set("input_reference.image_url", text, from: path)
    },
    .refuse(.lastFrame, "Sora begins from an image and ends where it will; leave it out"),
    .refuse(.images, "Sora takes one image, to begin from; give it as firstframe"),
    .refuse(.imageUsage, "Sora takes one image, to begin from; give it as firstframe"),
    .refuse(.videos, "Sora follows no videos here; leave them out"),
    .refuse(.videoReferenceType, "Sora follows no videos here; leave it out"),
    .refuse(.audios, "Sora follows no sounds; leave them out"),
    .refuse(.callbackURL, "Sora has none; ask for the task instead"),
    .refuse(.externalTaskID, "Sora has none; leave it out"),
    .refuse(.seed, "Sora takes no seed; leave it out"),
  ])

  /// A field that one gateway reads beside the model and another in metadata.
  private static func both(
    _ field: RequestField, _ key: String,
    _ value: @escaping @Sendable (ResolvedRequest) -> JSONValue?
  ) -> FieldRule {
    .map(field, "\(key) and metadata.\(key)") { request, draft in
      draft.set(key, value(request), from: request.path(field))
      draft.set("metadata.\(key)", value(request), from: request.path(field))
    }
  }
}

extension NewAPIMapping {
  /// The page wants `mode` said; without inputs it is text to video.
  static func addMode(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    switch request.family {
    case .kling:
      if draft.value("mode") == nil { draft.set("mode", "t2v", from: "model") }
      if draft.value("metadata.mode") == nil {
        draft.set("metadata.mode", "std", from: "resolution")
        let message = "not given, so it is 720p, the gateway's own choice"
        draft.warn("C8", RequestField.resolution.rawValue, message)
      }
      if draft.value("aspect_ratio") == nil, draft.value("image") == nil {
        let message = "not given, so it is 1:1, the gateway's own choice"
        draft.warn("U7", RequestField.aspectRatio.rawValue, message)
      }
    case .geminiOmni:
      if draft.value("mode") == nil { draft.set("mode", "t2v", from: "model") }
    default: break
    }
  }
}
