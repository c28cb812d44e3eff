import ClientRuntime

/// From the unified request to Kling's own Omni-Video endpoint.
enum KlingMapping {
  private static let kling = KlingTable()

  static let table: [FieldRule] = [
    .map(.model, "model_name: Kling-3.0-omni kling-v3-omni, Kling-o1 kling-video-o1") {
      request, draft in
      guard let name = request.capability?.names[.kling] else {
        let message = "the Omni-Video endpoint has Kling-3.0-omni and Kling-o1"
        draft.refuse("T5", "model", message)
        return
      }
      draft.set("model_name", .string(name), from: "model")
    },
    kling.prompt,
    .refuse(.negativePrompt, "Omni-Video has no field for it; say in prompt what to avoid"),
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
    .refuse(.audios, "Kling follows no sounds; leave them out, or use a Seedance model"),
    .leaveOut(.inputRegion, "left out: Kling fetches addresses from anywhere"),
    kling.sound,
    .leaveOut(.backgroundMusic, "left out: Kling adds no music; audio_generation makes sound"),
    .refuse(.subjects, "Kling wants subjects in its element library; give their ids as elements"),
    kling.storyboard,
    kling.elements,
    kling.watermark,
    .copy(.callbackURL, to: "callback_url") { $0.callbackURL.map { .string($0) } },
    .copy(.externalTaskID, to: "external_task_id") { $0.externalTaskID.map { .string($0) } },
    .refuse(.seed, "Omni-Video takes no seed; leave it out"),
    MetadataRules.rest(ignoring: ["scene_type": "left out: Kling itself needs no scene_type"]),
    MetadataRules.extras,
  ]
}
