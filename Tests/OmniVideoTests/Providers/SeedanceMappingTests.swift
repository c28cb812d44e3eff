import ClientRuntime
import OmniVideo
import Testing

@Suite struct SeedanceMappingTests {
  private static let sample = "seed000/19-seedance-2-0-all-in-one-multi-parameter-example"

  @Test("The sample becomes a body for BytePlus, with its length as a number")
  func sample() throws {
    let json = try VendorSamples.value(Self.sample)
    let metadata = try #require(json["metadata"])
    let expected: JSONValue = .object([
      "model": "byteplus/dreamina-seedance-2-0-260128",
      "prompt": try #require(json["prompt"]),
      "metadata": metadata.with(["duration": 11]),
    ])
    let orca = VideoProvider.offline(.orcarouter)
    let mapped = try orca.map(VideoRequest(json: json))
    #expect(mapped.body == expected)
    #expect(orca.check(unified: json) == CheckReport())
  }

  @Test("Typed inputs come out as the sample's content")
  func typed() throws {
    let json = try VendorSamples.value(Self.sample)
    let folder = "https://ark-project.tos-cn-beijing.volces.com/doc_"
    var request = VideoRequest(model: .seedance2, prompt: json["prompt"]?.stringValue)
    request.seconds = 11
    request.resolution = .p720
    request.aspectRatio = .ratio16x9
    request.images = [
      .url(folder + "image/r2v_tea_pic1.jpg"), .url(folder + "image/r2v_tea_pic2.jpg"),
    ]
    request.videos = [.url(folder + "video/r2v_tea_video1.mp4")]
    request.audios = [.url(folder + "audio/r2v_tea_audio1.mp3")]
    request.audioGeneration = true
    request.watermark = false
    let fromSample = try VideoProvider.offline(.orcarouter).map(VideoRequest(json: json))
    #expect(try VideoProvider.offline(.orcarouter).map(request).body == fromSample.body)
    // OmniRouters wants the resolution beside the metadata as well, for its price.
    let omni = try VideoProvider.offline(.omnirouters).map(request).body
    #expect(omni == json.with(["resolution": "720p"]))
  }

  @Test("Inputs in two places are refused")
  func twice() throws {
    let json = try VendorSamples.value(Self.sample).with(["images": ["https://example.com/a.png"]])
    let report = VideoProvider.offline(.orcarouter).check(unified: json)
    #expect(report.errors.map(\.path) == ["images"])
  }
}
