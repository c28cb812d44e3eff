import ChainHubClient
import ClientRuntime
import KlingClient
import NewAPIClient
import OmniRoutersClient
import OmniVideo
import OrcaRouterClient
import Testing

/// The network half sends what was mapped through the generated clients, which must lose nothing.
@Suite struct GeneratedBodyTests {
  static let requests: [Addressee] = Addressee.all

  @Test("A mapped body passes through the generated type unchanged", arguments: requests)
  func bodies(addressee: Addressee) throws {
    let provider = VideoProvider.offline(addressee.provider)
    for json in try Self.bodies(for: addressee, provider) {
      let recoded = try Self.recoded(json, addressee.provider)
      #expect(recoded == json)
    }
  }

  private static func recoded(_ json: JSONValue, _ provider: ProviderID) throws -> JSONValue {
    switch provider {
    case .kling: try JSONValue(encoding: json.decoded(as: Kling.OmniVideoRequest.self))
    case .chainhub: try JSONValue(encoding: json.decoded(as: ChainHub.OmniVideoRequest.self))
    case .omnirouters: try JSONValue(encoding: json.decoded(as: OmniRouters.VideoRequest.self))
    case .orcarouter: try JSONValue(encoding: json.decoded(as: OrcaRouter.VideoRequest.self))
    case .newapi: try JSONValue(encoding: json.decoded(as: NewAPI.VideoRequest.self))
    }
  }

  /// A body for each field that the vendor has a place for.
  private static func bodies(
    for addressee: Addressee, _ provider: VideoProvider
  ) throws -> [JSONValue] {
    try Requests.all(model: addressee.model).compactMap { request in
      do {
        return try provider.map(request).body
      } catch is RefusedRequest {
        return nil
      }
    }
  }
}

/// Requests of every sort for a model.
enum Requests {
  static func all(model: VideoModel) -> [VideoRequest] {
    changes.map { change in
      var request = VideoRequest(model: model, prompt: "words")
      request.seconds = 5
      request.resolution = .p720
      change(&request)
      return request
    }
  }

  private static let image = Media.url("https://example.com/a.png")
  private static let video = Media.url("https://example.com/a.mp4")

  private static let changes: [@Sendable (inout VideoRequest) -> Void] = [
    { _ in },
    { $0.aspectRatio = .ratio9x16 },
    { $0.negativePrompt = "rain" },
    { $0.images = [image, image, image] },
    {
      $0.images = [image]; $0.imageUsage = .firstFrame
    },
    {
      $0.images = [image]; $0.imageUsage = .reference
    },
    { $0.firstFrame = image },
    { $0.firstFrame = .base64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ") },
    {
      $0.firstFrame = image; $0.lastFrame = image
    },
    {
      $0.videos = [video]; $0.videoReferenceType = .feature; $0.keepOriginalSound = true
    },
    {
      $0.videos = [video]; $0.videoReferenceType = .base
    },
    { $0.videos = [video] },
    {
      $0.audios = [.url("https://example.com/a.mp3")]; $0.images = [image]
    },
    {
      $0.audioGeneration = true; $0.backgroundMusic = false; $0.inputRegion = .oversea
    },
    { $0.subjects = [.init(id: "a", name: "b", images: [image])] },
    {
      $0.storyboard = .smart; $0.aspectRatio = .ratio16x9
    },
    { $0.storyboard = .custom([.init("x", seconds: 2), .init("y", seconds: 3)]) },
    { $0.elements = [.init(id: 829_836_802_793_406_551)] },
    {
      $0.watermark = false; $0.callbackURL = "https://example.com/hook"
    },
    { $0.externalTaskID = "mine" },
    { $0.seed = 1 << 40 },
  ]
}
