import ClientRuntime

/// The models that this package knows, with what is known of them.
public enum ModelCatalog {
  /// All models.
  public static let models: [ModelCapability] = klingOmni + kling + seedance + others

  /// The models that a vendor has.
  public static func models(of provider: ProviderID) -> [ModelCapability] {
    models.filter { $0.names[provider] != nil }
  }

  /// The model of a name, be it the unified one or a vendor's own.
  public static func capability(of model: VideoModel) -> ModelCapability? {
    let name = model.rawValue
    return models.first { $0.model == model } ?? models.first { $0.names.values.contains(name) }
      ?? models.first { $0.model.rawValue.lowercased() == name.lowercased() }
  }

  static let klingPage = "Kling, Omni-Video, Capability Map"
  private static let orcaPage = "OrcaRouter, Submit a video task, Kling video request"
  private static let omniPage = "OmniRouters, Omni-Video API, Minimal Request Body Examples"
  private static let newAPIPage = "New API gateway, Create video"
  private static let seedancePage = "Volcengine Ark, Video generation API"

  private static let three: [VideoRequest.AspectRatio] = [.ratio16x9, .ratio9x16, .ratio1x1]
  private static let seven: [VideoRequest.AspectRatio] = [
    .ratio16x9, .ratio4x3, .ratio1x1, .ratio3x4, .ratio9x16, .ratio21x9, .adaptive,
  ]

  private static let klingOmni: [ModelCapability] = [
    ModelCapability(
      model: .kling3Omni, family: .kling,
      names: [
        .kling: "kling-v3-omni", .omnirouters: "Kling-3.0-omni",
        .orcarouter: "kling/kling-v3-omni",
      ],
      seconds: Array(3...15), resolutions: [.p720, .p1080, .fourK], aspectRatios: three,
      inputs: ModelInputs(firstFrame: true, lastFrame: true, images: 7, videos: 1, elements: 7),
      makesSound: true, makesShots: true,
      notes: [
        "with a video: 4 images and elements together, a video of 3 to 10 seconds, no sound, no 4k",
        "with frames: 3 elements",
      ], source: klingPage),
    ModelCapability(
      model: .klingO1, family: .kling,
      names: [
        .kling: "kling-video-o1", .chainhub: "kling-video-o1", .omnirouters: "Kling-o1",
        .orcarouter: "kling/kling-video-o1",
      ],
      seconds: Array(3...10), resolutions: [.p720, .p1080], aspectRatios: three,
      inputs: ModelInputs(firstFrame: true, lastFrame: true, images: 7, videos: 1, elements: 7),
      makesSound: false, makesShots: false,
      notes: [
        "from text or a first frame alone: 5 or 10 seconds, though a sample of Kling asks for 7",
        "with a first and a last frame: no elements, and no other images",
      ], source: klingPage),
  ]

  private static let kling: [ModelCapability] = [
    older(
      .kling3, "kling-v3", omniRouters: "Kling-3.0", orca: true, seconds: Array(3...15),
      resolutions: [.p720, .p1080, .fourK], lastFrame: true, sound: true, shots: true),
    older(
      "Kling-2.6", "kling-v2-6", orca: true, lastFrame: true, sound: true,
      notes: ["sound and last frames in 1080p only, and not together"]),
    older(
      "Kling-2.5-turbo", "kling-v2-5-turbo", orca: true, lastFrame: true,
      notes: ["last frames in 1080p only"]),
    older(
      "Kling-2.1", "kling-v2-1", text: false, lastFrame: true, notes: ["last frames in 1080p only"]),
    older("Kling-2.1-master", "kling-v2-1-master", orca: true, resolutions: [.p1080]),
    older("Kling-2.0-master", "kling-v2-master", orca: true, resolutions: [.p720]),
    older("Kling-1.6", "kling-v1-6", lastFrame: true, notes: ["last frames in 1080p only"]),
    older(
      "Kling-1.5", "kling-v1-5", text: false, lastFrame: true, notes: ["last frames in 1080p only"]),
    older("Kling-1.0", "kling-v1", resolutions: [.p720], lastFrame: true),
  ]

  /// A model of Kling's for text and frames, which gateways have.
  private static func older(
    _ model: VideoModel, _ name: String, omniRouters: String? = nil, orca: Bool = false,
    seconds: [Int] = [5, 10], resolutions: [VideoRequest.Resolution] = [.p720, .p1080],
    text: Bool = true, lastFrame: Bool = false, sound: Bool = false, shots: Bool = false,
    notes: [String] = []
  ) -> ModelCapability {
    var names: [ProviderID: String] = [.newapi: name]
    names[.omnirouters] = omniRouters
    if orca { names[.orcarouter] = "kling/\(name)" }
    return ModelCapability(
      model: model, family: .kling, names: names, seconds: seconds, resolutions: resolutions,
      aspectRatios: three,
      inputs: ModelInputs(text: text, firstFrame: true, lastFrame: lastFrame),
      makesSound: sound, makesShots: shots, notes: notes,
      source: orca ? "\(klingPage); \(orcaPage)" : klingPage)
  }

  private static let seedance: [ModelCapability] = [
    dance(
      .seedance2, "doubao-seedance-2-0-260128", orca: "byteplus/dreamina-seedance-2-0-260128",
      [.p480, .p720, .p1080]),
    dance(.seedance2Fast, "doubao-seedance-2-0-fast-260128", [.p480, .p720]),
    dance("doubao-seedance-1-5-pro-251215", "doubao-seedance-1-5-pro-251215", seconds: 4...12),
    dance(
      "doubao-seedance-1-0-pro-250528", "doubao-seedance-1-0-pro-250528", seconds: 2...12),
    dance(
      "doubao-seedance-1-0-pro-fast-251015", "doubao-seedance-1-0-pro-fast-251015",
      seconds: 2...12),
    dance(
      "doubao-seedance-1-0-lite-t2v-250428", "doubao-seedance-1-0-lite-t2v-250428",
      seconds: 2...12),
    dance(
      "doubao-seedance-1-0-lite-i2v-250428", "doubao-seedance-1-0-lite-i2v-250428",
      seconds: 2...12),
  ]

  private static func dance(
    _ model: VideoModel, _ name: String, orca: String? = nil,
    _ resolutions: [VideoRequest.Resolution] = [.p480, .p720, .p1080],
    seconds: ClosedRange<Int> = 4...15
  ) -> ModelCapability {
    let isSecond = name.contains("-2-0-")
    var names: [ProviderID: String] = [.newapi: name]
    if isSecond { names[.omnirouters] = name }
    names[.orcarouter] = orca
    let inputs = ModelInputs(
      text: !name.contains("-i2v-"), firstFrame: !name.contains("-t2v-"),
      lastFrame: !name.contains("-t2v-"), images: isSecond ? 9 : 0, videos: isSecond ? 3 : 0,
      audios: isSecond ? 3 : 0)
    return ModelCapability(
      model: model, family: .seedance, names: names, seconds: Array(seconds),
      resolutions: resolutions, aspectRatios: seven, inputs: inputs,
      makesSound: isSecond || name.contains("-1-5-"), makesShots: false,
      notes: isSecond
        ? ["frames and references exclude each other; sounds need an image or video"] : [],
      source: seedancePage)
  }

  private static let others: [ModelCapability] =
    [
      other(.viduQ2, .vidu, [.omnirouters: "Vidu-q2"], seconds: Array(1...10), images: 7),
      other(
        .viduQ2Pro, .vidu, [.omnirouters: "Vidu-q2-pro"], seconds: Array(1...10), images: 4,
        videos: 2),
      other(
        .viduQ3Mix, .vidu, [.omnirouters: "Vidu-q3-mix"], seconds: Array(1...16), images: 7,
        sound: true),
      other("viduq3-turbo", .vidu, [.newapi: "viduq3-turbo"], seconds: Array(1...16), sound: true),
      other(
        .veo31, .veo, [.omnirouters: "Veo-3.1", .newapi: "veo3.1"], seconds: [4, 6, 8], images: 3,
        videos: 1, sound: true),
      other(
        .hunyuanScene2, .hunyuan, [.omnirouters: "Hunyuan-3d-scene-2.0"], seconds: [], frames: false
      ),
      other("sora-2", .sora, [.newapi: "sora-2"], seconds: [4, 8, 12], sound: true),
      other("sora-2-pro", .sora, [.newapi: "sora-2-pro"], seconds: [4, 8, 12], sound: true),
      other("hailuo-video", .hailuo, [.newapi: "hailuo-video"], seconds: [6, 10]),
      other(
        "gemini-omni", .geminiOmni, [.newapi: "gemini-omni"], seconds: [4, 6, 8, 10], images: 1,
        videos: 1),
      other("grok-imagine-1.0-video", .grok, [.newapi: "grok-imagine-1.0-video"], images: 1),
      other(
        "grok-imagine-video-1.5-preview", .grok, [.newapi: "grok-imagine-video-1.5-preview"],
        images: 1),
      other("grok-video-3", .grok, [.newapi: "grok-video-3"], images: 1),
      other("happyhorse-1.0", .happyHorse, [.newapi: "happyhorse-1.0"], images: 1, videos: 1),
      other("happyhorse-1.0-t2v", .happyHorse, [.newapi: "happyhorse-1.0-t2v"], frames: false),
      other("happyhorse-1.0-i2v", .happyHorse, [.newapi: "happyhorse-1.0-i2v"]),
      other("happyhorse-1.0-r2v", .happyHorse, [.newapi: "happyhorse-1.0-r2v"], images: 1),
      other(
        "happyhorse-1.0-video-edit", .happyHorse, [.newapi: "happyhorse-1.0-video-edit"], images: 1,
        videos: 1),
    ]
    + [
      "veo3", "veo3-fast", "veo3-fast-frames", "veo3-frames", "veo3-pro", "veo3-pro-frames",
      "veo3.1-4k", "veo3.1-components", "veo3.1-fast", "veo3.1-pro", "veo3.1-pro-4k",
    ].map {
      other(
        VideoModel(rawValue: $0), .veo, [.newapi: $0], seconds: [4, 6, 8], images: 3, sound: true)
    }

  private static func other(
    _ model: VideoModel, _ family: ModelFamily, _ names: [ProviderID: String], seconds: [Int] = [],
    images: Int = 0, videos: Int = 0, frames: Bool = true, sound: Bool = false
  ) -> ModelCapability {
    ModelCapability(
      model: model, family: family, names: names, seconds: seconds, resolutions: [],
      aspectRatios: [],
      inputs: ModelInputs(
        firstFrame: frames, lastFrame: frames && family != .sora, images: images, videos: videos),
      makesSound: sound, makesShots: false, notes: [],
      source: names[.omnirouters] == nil ? newAPIPage : omniPage)
  }
}
