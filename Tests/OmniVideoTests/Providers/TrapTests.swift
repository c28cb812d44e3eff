import ClientRuntime
import OmniVideo
import Testing

/// What gateways overlook without a word, and what is sent so that they do not.
@Suite struct TrapTests {
  private let gateway = VideoProvider.offline(.newapi)
  private let image = Media.url("https://example.com/a.png")

  private func body(
    _ model: VideoModel, _ change: (inout VideoRequest) -> Void
  ) throws -> JSONValue {
    var request = VideoRequest(model: model, prompt: "words")
    change(&request)
    return try gateway.map(request).body
  }

  @Test(
    "A length reaches models that read only a number",
    arguments: ["Kling-2.6", "viduq3-turbo", "hailuo-video"] as [VideoModel])
  func seconds(model: VideoModel) throws {
    let body = try body(model) { $0.seconds = 10 }
    #expect(body["duration"] == 10)
    #expect(body["seconds"] == "10")
  }

  @Test("A length reaches Seedance and Veo where they look for it")
  func otherSeconds() throws {
    let dance = try body(.seedance2) { $0.seconds = 10 }
    #expect(dance["seconds"] == "10")
    #expect(dance["metadata"]?["duration"] == 10)
    #expect(try body(.veo31) { $0.seconds = 8 }["metadata"]?["durationSeconds"] == 8)
    #expect(try body("sora-2") { $0.seconds = 8 }["seconds"] == "8")
  }

  @Test("A ratio is not lost, and no size is made up for Kling")
  func ratio() throws {
    let kling = try body("Kling-2.6") { $0.aspectRatio = .ratio9x16 }
    #expect(kling["metadata"]?["aspect_ratio"] == "9:16")
    #expect(kling["size"] == nil)
    #expect(
      try body("viduq3-turbo") { $0.aspectRatio = .ratio9x16 }["metadata"]?["aspect_ratio"]
        == "9:16")
    #expect(try body(.veo31) { $0.aspectRatio = .ratio9x16 }["metadata"]?["aspectRatio"] == "9:16")
    #expect(try body(.seedance2) { $0.aspectRatio = .ratio9x16 }["metadata"]?["ratio"] == "9:16")
    #expect(try body("sora-2") { $0.aspectRatio = .ratio9x16 }["size"] == "720x1280")
    #expect(throws: RefusedRequest.self) {
      try body("hailuo-video") { $0.aspectRatio = .ratio9x16 }
    }
  }

  @Test("An image makes a video from an image")
  func images() throws {
    let one = try body("Kling-2.6") { $0.images = [image] }
    #expect(one["image"] == "https://example.com/a.png")
    #expect(one["mode"] == "i2v")
    #expect(one["images"] == nil)
    let two = try body("Kling-2.6") { $0.images = [image, image] }
    #expect(two["mode"] == "multi_i2v")
    #expect(two["image_list"]?.arrayValue?.count == 2)
    #expect(throws: RefusedRequest.self) { try body("hailuo-video") { $0.images = [image] } }
    let first = try body("hailuo-video") { $0.firstFrame = image }
    #expect(first["metadata"]?["first_frame_image"] == "https://example.com/a.png")
  }

  @Test("Kling's model has Kling's key, and its mode is not the gateway's")
  func model() throws {
    let body = try body(.kling3) { $0.resolution = .p1080 }
    #expect(body["model"] == "kling-video")
    #expect(body["model_name"] == "kling-v3")
    #expect(body["mode"] == "t2v")
    #expect(body["metadata"]?["mode"] == "pro")
    let direct = try VideoProvider.offline(.kling).map(
      VideoRequest(model: .kling3Omni, prompt: "x"))
    #expect(direct.body["model"] == nil)
    #expect(direct.body["model_name"] == "kling-v3-omni")
  }

  @Test("An address that Veo's gateway may drop is pointed out; bytes go where it reads them")
  func veo() throws {
    var request = VideoRequest(model: .veo31, prompt: "words")
    request.firstFrame = image
    #expect(gateway.check(request).warnings.map(\.path) == ["firstframe"])
    request.firstFrame = .base64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ")
    let body = try gateway.map(request).body
    #expect(body["image"]?.stringValue?.hasPrefix("data:image/png;base64,") == true)
  }

  @Test("What such a gateway would lose is refused")
  func lost() throws {
    var request = VideoRequest(model: .kling3, prompt: "words")
    request.storyboard = .smart
    request.elements = [.init(id: 1)]
    request.videos = [.url("https://example.com/a.mp4")]
    let paths = gateway.check(request).errors.map(\.path)
    #expect(Set(paths) == ["storyboard", "elements", "videos"])
    #expect(
      gateway.check(VideoRequest(model: .kling3Omni, prompt: "x")).errors.map(\.rule) == ["G15"])
  }

  @Test("Milliseconds are not taken for seconds", arguments: ProviderID.allCases)
  func milliseconds(provider: ProviderID) {
    var request = VideoRequest(model: .klingO1, prompt: "words")
    request.seconds = 5000
    let errors = VideoProvider.offline(provider).check(request).errors
    #expect(errors.contains { $0.path == "seconds" && $0.message.contains("milliseconds") })
  }

  @Test("Numbers become text where text is due")
  func numbers() throws {
    let json: JSONValue = [
      "model": "Kling-3.0-omni", "prompt": "words", "seconds": 5, "resolution": "720p",
      "storyboard": [["prompt": "x", "seconds": 5]],
    ]
    let request = try VideoRequest(json: json)
    let kling = try VideoProvider.offline(.kling).map(request).body
    #expect(kling["duration"] == "5")
    #expect(kling["multi_prompt"]?[0]?["duration"] == "5")
    let omni = try VideoProvider.offline(.omnirouters).map(request).body
    #expect(omni["seconds"] == "5")
    let parameters = omni["metadata"]?["ext_info"]?["AdditionalParameters"]
    #expect(parameters?["multi_prompt"]?[0]?["duration"] == 5)
  }
}
