import ClientRuntime

/// From the unified request to OrcaRouter, which takes Kling's and Seedance's words in `metadata`.
enum OrcaRouterMapping {
  static func table(for capability: ModelCapability?) -> [FieldRule] {
    if capability?.family == .seedance { return seedance }
    return capability?.names[.kling] == nil ? klingFrames : klingOmni
  }

  private static let kling = KlingTable(prefix: "metadata.", images: .dataURI)
  private static let missing = "OrcaRouter's page has no field for it"

  private static let model: FieldRule = .map(.model, "model: kling/… or byteplus/…") {
    request, draft in
    let name = request.capability?.names[.orcarouter] ?? request.model.rawValue
    guard name.hasPrefix("kling/") || name.hasPrefix("byteplus/") else {
      let names = ModelCatalog.models(of: .orcarouter).map(\.model.rawValue)
      draft.refuse("G5", "model", "OrcaRouter has \(names.joined(separator: ", "))")
      return
    }
    draft.set("model", .string(name), from: "model")
  }

  /// Kling's Omni models, which take lists of images and videos.
  static let klingOmni: [FieldRule] = [
    model,
    .copy(.prompt, to: "prompt") { $0.prompt.map { .string($0) } },
    .refuse(.negativePrompt, "not with Omni models; say in prompt what to avoid"),
    kling.resolution,
    kling.seconds,
    kling.aspectRatio,
    kling.firstFrame,
    kling.lastFrame,
    kling.imageList,
    kling.imageUsage,
    kling.videos,
    kling.videoReferenceType,
    kling.keepOriginalSound,
    .refuse(.audios, "Kling follows no sounds; use a Seedance model"),
    .leaveOut(.inputRegion, "left out: Kling fetches addresses from anywhere"),
    kling.sound,
    .leaveOut(.backgroundMusic, "left out: Kling adds no music; audio_generation makes sound"),
    .refuse(.subjects, "\(missing); give images and refer to them as <<<image_1>>>"),
    kling.storyboard,
    .map(.elements, "metadata.element_list, which the page does not list") { request, draft in
      kling.elements.apply(request, &draft)
      let message = "the page does not list element_list, so it may be overlooked"
      draft.warn("U7", request.path(.elements), message)
    },
    kling.watermark,
    .refuse(.callbackURL, "\(missing) with Kling; ask for the task instead"),
    .refuse(.externalTaskID, "\(missing); leave it out"),
    .refuse(.seed, "\(missing) with Kling; leave it out"),
    MetadataRules.rest(ignoring: ["scene_type": "left out: Kling itself needs no scene_type"]),
    MetadataRules.extras,
  ]

  /// Kling's other models, which take one first and one last frame.
  static let klingFrames: [FieldRule] = klingOmni.replacing([
    .copy(.negativePrompt, to: "metadata.negative_prompt") {
      $0.negativePrompt.map { .string($0) }
    },
    .map(.firstFrame, "image") { request, draft in
      guard let frame = request.firstFrame else { return }
      let path = request.path(.firstFrame)
      draft.set("image", draft.text(of: frame, as: .dataURI, at: path), from: path)
    },
    .map(.lastFrame, "metadata.image_tail") { request, draft in
      guard let frame = request.lastFrame else { return }
      let path = request.path(.lastFrame)
      draft.set("metadata.image_tail", draft.text(of: frame, as: .dataURI, at: path), from: path)
    },
    .map(.images, "image, where image_usage is FirstFrame") { request, draft in
      guard request.imageUsage == .firstFrame, request.images.count == 1 else {
        let message = "only Omni models take images to refer to; give firstframe and lastframe"
        draft.refuse("G10", request.path(.images), message)
        return
      }
      let text = draft.text(of: request.images[0], as: .dataURI, at: "images[0]")
      draft.set("image", text, from: "images[0]")
    },
    .map(.imageUsage, "FirstFrame: image") { request, draft in
      if request.imageUsage == .firstFrame || !request.images.isEmpty { return }
      draft.warn("U6", "image_usage", "left out: there are no images")
    },
    .refuse(.videos, "only Omni models take videos; use Kling-3.0-omni or Kling-o1"),
    .refuse(.videoReferenceType, "only Omni models take videos; leave it out"),
    .refuse(.keepOriginalSound, "only Omni models take videos; leave it out"),
    .refuse(.elements, "only Omni models take elements; use Kling-3.0-omni"),
  ])

  static let seedance: [FieldRule] = klingOmni.replacing(
    SeedanceTable(form: .dataURI).rules + [
      .copy(.resolution, to: "metadata.resolution") { $0.resolution.map { .string($0.rawValue) } },
      .copy(.seconds, to: "metadata.duration") { $0.seconds.map { .integer(Int64($0)) } },
      .map(.metadata, "metadata: the keys that Seedance knows") { request, draft in
        SeedanceTable.passMetadata(request, &draft)
      },
    ])
}
