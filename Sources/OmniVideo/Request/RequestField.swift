/// A field of the unified request, by the name it has in request files.
public enum RequestField: String, Sendable, Hashable, Codable, CaseIterable {
  /// The model that makes the video.
  case model
  /// What happens in the video.
  case prompt
  /// What the video must not show.
  case negativePrompt = "negative_prompt"
  /// How many lines of pixels the video has.
  case resolution
  /// How long the video lasts.
  case seconds
  /// Width to height.
  case aspectRatio = "aspect_ratio"
  /// Images without a place in time.
  case images
  /// Videos to follow or to edit.
  case videos
  /// Sounds to follow.
  case audios
  /// The image that the video begins with.
  case firstFrame = "firstframe"
  /// The image that the video ends with.
  case lastFrame = "lastframe"
  /// Where the addresses of the inputs are reachable from.
  case inputRegion = "input_region"
  /// Whether sound is made with the pictures.
  case audioGeneration = "audio_generation"
  /// Whether background music is added.
  case backgroundMusic = "enable_bgm"
  /// Whether the sound of an input video is kept.
  case keepOriginalSound = "keep_original_sound"
  /// Subjects that the prompt names.
  case subjects = "subject_infos"
  /// What the images are for.
  case imageUsage = "image_usage"
  /// What the videos are for.
  case videoReferenceType = "video_reference_type"
  /// How the video is cut into shots.
  case storyboard
  /// Subjects from the account's element library.
  case elements
  /// Whether the result carries a watermark.
  case watermark
  /// Where the vendor reports to.
  case callbackURL = "callback_url"
  /// The caller's own id of the task.
  case externalTaskID = "external_task_id"
  /// The start of the random numbers.
  case seed
  /// Parameters of the page's multi-parameter examples, passed as they are.
  case metadata
  /// Fields of the vendor's own body that this package has no name for.
  case extras
}
