import OmniVideo

extension Option {
  /// The fields of a request that have an option of their own.
  static let fields: [Option] = [
    field(
      "model", "NAME", .model, "the model (without a file: Kling-3.0-omni, with chainhub Kling-o1)"),
    field("prompt", "TEXT", .prompt, "what happens in the video"),
    field("negative-prompt", "TEXT", .negativePrompt, "what the video must not show"),
    field("resolution", "R", .resolution, "720p, 1080p or 4k"),
    field("seconds", "N", .seconds, "how long the video lasts"),
    field("aspect-ratio", "W:H", .aspectRatio, "16:9, 9:16 or 1:1"),
    field("image", "MEDIA", .images, "an image to refer to", isList: true),
    field("video", "MEDIA", .videos, "a video to follow or to edit", isList: true),
    field("audio", "MEDIA", .audios, "a sound to follow", isList: true),
    field("first-frame", "MEDIA", .firstFrame, "the image that the video begins with"),
    field("last-frame", "MEDIA", .lastFrame, "the image that the video ends with"),
    field("input-region", "REGION", .inputRegion, "where addresses are reachable from"),
    field("sound", "on|off", .audioGeneration, "make sound with the pictures", toggle),
    field("bgm", "on|off", .backgroundMusic, "add background music", toggle),
    field("keep-sound", "on|off", .keepOriginalSound, "keep the sound of the input", toggle),
    field("image-usage", "USE", .imageUsage, "what the images are for"),
    field("video-reference-type", "TYPE", .videoReferenceType, "feature, base, asset or style"),
    field("element", "ID", .elements, "a subject of the account's library", isList: true),
    field("watermark", "on|off", .watermark, "put a watermark into the video", toggle),
    field("callback-url", "URL", .callbackURL, "where the vendor reports to"),
    field("external-id", "ID", .externalTaskID, "your own id of the task"),
    field("seed", "N", .seed, "the start of the random numbers"),
    field("metadata", "NAME=JSON", .metadata, "a parameter of the page's", isList: true),
    field("extra", "NAME=JSON", .extras, "a field of the vendor's own body", isList: true),
  ]

  private static let toggle = ["on", "off"]

  private static func field(
    _ name: String, _ value: String, _ field: RequestField, _ help: String,
    _ choices: [String] = [], isList: Bool = false
  ) -> Option {
    Option(
      name: name, value: value, help: help + (isList ? " (repeatable)" : ""), choices: choices,
      field: field, isList: isList, commands: [.create, .check])
  }
}
