import ClientRuntime

/// What video to make, in words that every vendor's provider understands.
///
/// Set what matters and leave the rest: each provider says of every field whether it has a place
/// for it. In JSON the fields have the names of `RequestField`.
public struct VideoRequest: Sendable, Hashable {
  /// The model that makes the video.
  public var model: VideoModel
  /// What happens in the video; refers to inputs as `<<<image_1>>>`, `<<<video_1>>>`.
  public var prompt: String?
  /// What the video must not show.
  public var negativePrompt: String?
  /// How many lines of pixels the video has; with most vendors it decides the price.
  public var resolution: Resolution?
  /// How many seconds the video lasts.
  public var seconds: Int?
  /// Width to height.
  public var aspectRatio: AspectRatio?
  /// Images without a place in time: subjects, scenes, styles.
  public var images: [Media] = []
  /// Videos to follow or to edit.
  public var videos: [Media] = []
  /// Sounds to follow.
  public var audios: [Media] = []
  /// The image that the video begins with.
  public var firstFrame: Media?
  /// The image that the video ends with.
  public var lastFrame: Media?
  /// Where the addresses of the inputs are reachable from.
  public var inputRegion: InputRegion?
  /// Whether sound is made with the pictures.
  public var audioGeneration: Bool?
  /// Whether background music is added.
  public var backgroundMusic: Bool?
  /// Whether the sound of an input video is kept.
  public var keepOriginalSound: Bool?
  /// Subjects that the prompt names.
  public var subjects: [Subject] = []
  /// What the images are for.
  public var imageUsage: ImageUsage?
  /// What the videos are for.
  public var videoReferenceType: VideoReferenceType?
  /// How the video is cut into shots.
  public var storyboard: Storyboard?
  /// Subjects from the account's element library.
  public var elements: [Element] = []
  /// Whether the result carries a watermark.
  public var watermark: Bool?
  /// Where the vendor reports every change of the task to.
  public var callbackURL: String?
  /// Your own id of the task, unique in your account.
  public var externalTaskID: String?
  /// The start of the random numbers.
  public var seed: Int64?
  /// Parameters that some scenarios of OmniRouters need; other providers read what they know.
  public var metadata: [String: JSONValue] = [:]
  /// Fields of the vendor's own body, added to it as they are.
  public var extras: [String: JSONValue] = [:]

  /// Makes a request that asks for no more than its prompt.
  public init(model: VideoModel, prompt: String? = nil) {
    self.model = model
    self.prompt = prompt
  }
}
