/// What a model can do, as far as its vendor says.
public struct ModelCapability: Sendable, Hashable, Codable {
  /// The name in unified requests.
  public var model: VideoModel
  /// Whose model it is.
  public var family: ModelFamily
  /// What each vendor that has the model calls it.
  public var names: [ProviderID: String]
  /// The lengths in seconds that are possible; empty where nothing is said.
  public var seconds: [Int]
  /// The resolutions that are possible; empty where nothing is said.
  public var resolutions: [VideoRequest.Resolution]
  /// The ratios that are possible; empty where nothing is said.
  public var aspectRatios: [VideoRequest.AspectRatio]
  /// What a video can be made from.
  public var inputs: ModelInputs
  /// Whether sound can be made with the pictures.
  public var makesSound: Bool
  /// Whether a video can have several shots.
  public var makesShots: Bool
  /// What does not fit in a table.
  public var notes: [String]
  /// The page that says so.
  public var source: String
}

/// Whose model it is; vendors treat the models of a family alike.
public enum ModelFamily: String, Sendable, Hashable, Codable, CaseIterable {
  /// Kling.
  case kling
  /// Vidu.
  case vidu
  /// Google's Veo.
  case veo
  /// ByteDance's Seedance.
  case seedance
  /// Tencent's Hunyuan.
  case hunyuan
  /// OpenAI's Sora.
  case sora
  /// MiniMax's Hailuo.
  case hailuo
  /// xAI's Grok.
  case grok
  /// Google's Gemini Omni.
  case geminiOmni = "gemini-omni"
  /// Alibaba's Happy Horse.
  case happyHorse = "happyhorse"
  /// Nothing is known of it.
  case unknown
}

/// What a model makes videos from; a number is the most of its kind.
public struct ModelInputs: Sendable, Hashable, Codable {
  /// Whether words alone are enough.
  public var text = true
  /// Whether an image can be the beginning.
  public var firstFrame = false
  /// Whether another image can be the end.
  public var lastFrame = false
  /// Images to refer to.
  public var images = 0
  /// Videos to follow or to edit.
  public var videos = 0
  /// Sounds to follow.
  public var audios = 0
  /// Subjects of the account's element library.
  public var elements = 0
}

extension ProviderID: CodingKeyRepresentable {}
