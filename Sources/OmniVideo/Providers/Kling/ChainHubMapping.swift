import ClientRuntime

/// From the unified request to ChainHub's relay of Kling, which knows fewer fields.
enum ChainHubMapping {
  private static let kling = KlingTable()
  private static let missing = "ChainHub's page has no field for it"

  static let table: [FieldRule] = [
    .map(.model, "model_name: Kling-o1 kling-video-o1") { request, draft in
      guard let name = request.capability?.names[.chainhub] else {
        draft.refuse("U3", "model", "ChainHub has Kling-o1 alone")
        return
      }
      draft.set("model_name", .string(name), from: "model")
    },
    .copy(.prompt, to: "prompt") { $0.prompt.map { .string($0) } },
    .refuse(.negativePrompt, "\(missing); say in prompt what to avoid"),
    kling.resolution,
    .map(.seconds, "duration, as text; ignored when a video is edited") { request, draft in
      guard let seconds = request.seconds else { return }
      draft.set("duration", .string("\(seconds)"), from: request.path(.seconds))
    },
    kling.aspectRatio,
    kling.firstFrame,
    kling.lastFrame,
    kling.imageList,
    kling.imageUsage,
    kling.videos,
    kling.videoReferenceType,
    kling.keepOriginalSound,
    .refuse(.audios, "Kling follows no sounds; leave them out"),
    .leaveOut(.inputRegion, "left out: Kling fetches addresses from anywhere"),
    .refuse(.audioGeneration, "\(missing); leave it out, or use Kling itself"),
    .leaveOut(.backgroundMusic, "left out: Kling adds no music"),
    .refuse(.subjects, "\(missing); give images and refer to them as <<<image_1>>>"),
    .refuse(.storyboard, "\(missing); use Kling itself or OmniRouters"),
    .refuse(.elements, "\(missing); use Kling itself or OmniRouters"),
    .refuse(.watermark, "\(missing); leave it out, or use Kling itself"),
    .copy(.callbackURL, to: "callback_url") { $0.callbackURL.map { .string($0) } },
    .copy(.externalTaskID, to: "external_task_id") { $0.externalTaskID.map { .string($0) } },
    .refuse(.seed, "\(missing); leave it out"),
    MetadataRules.rest(ignoring: ["scene_type": "left out: Kling itself needs no scene_type"]),
    MetadataRules.extras,
  ]

  /// The page requires both, though Kling has defaults; these are Kling's.
  static func addDefaults(_ request: ResolvedRequest, _ draft: inout VendorDraft) {
    if draft.value("mode") == nil { draft.set("mode", "pro", from: "resolution") }
    if draft.value("duration") == nil { draft.set("duration", "5", from: "seconds") }
  }
}
