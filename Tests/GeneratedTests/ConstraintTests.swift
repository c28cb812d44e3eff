import ClientRuntime
import KlingClient
import NewAPIClient
import OmniRoutersClient
import OrcaRouterClient
import Testing

/// Limits of the descriptions are reported at the place that breaks them.
@Suite struct ConstraintTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var places: [String]
    var body: any Validated & Sendable
    var testDescription: String { places.joined(separator: ", ") }
  }

  private static let shot = Kling.OmniVideoRequest.Shot(index: 1, prompt: "x", duration: "2")

  static let cases: [Case] = [
    Case(
      places: ["prompt must have at most 2500 characters, has 2501"],
      body: Kling.OmniVideoRequest(prompt: String(repeating: "海", count: 2501))),
    Case(places: [], body: Kling.OmniVideoRequest(prompt: String(repeating: "海", count: 2500))),
    Case(
      places: ["multi_prompt must have at most 6 items, has 7"],
      body: Kling.OmniVideoRequest(multiPrompt: Array(repeating: shot, count: 7))),
    Case(
      places: ["multi_prompt must have at least 1 item, has 0"],
      body: Kling.OmniVideoRequest(multiPrompt: [])),
    Case(
      places: [
        "multi_prompt[1].prompt must have at most 512 characters, has 513",
        "multi_prompt[1].duration must match ^[1-9][0-9]*$",
        "image_list must have at most 7 items, has 8",
        "video_list[0].video_url must have at least 1 character, has 0",
      ],
      body: Kling.OmniVideoRequest(
        multiPrompt: [
          shot, .init(index: 2, prompt: String(repeating: "x", count: 513), duration: "0"),
        ],
        imageList: Array(repeating: .init(imageURL: "x"), count: 8),
        videoList: [.init(videoURL: "")])),
    Case(
      places: [
        "prompt must have at least 1 character, has 0", "seconds must match ^[1-9][0-9]*$",
        "metadata.ext_info.AdditionalParameters.multi_prompt[0].duration must be at least 1, but is 0",
      ],
      body: OmniRouters.VideoRequest(
        model: .kling3Omni, prompt: "", seconds: "5.5",
        metadata: .init(
          extInfo: .init(
            additionalParameters: .init(
              multiPrompt: [.init(index: 1, prompt: "x", duration: 0)]))))),
    Case(
      places: ["metadata.cfg_scale must be at most 1, but is 1.5"],
      body: OrcaRouter.VideoRequest.kling(
        .init(model: .klingV26, prompt: "x", metadata: .init(cfgScale: 1.5)))),
    Case(
      places: ["metadata.seed must be at most 4294967295, but is 4294967296"],
      body: OrcaRouter.VideoRequest.seedance(
        .init(model: .dreaminaSeedance2, prompt: "x", metadata: .init(seed: 4_294_967_296)))),
    Case(
      places: ["cfg_scale must be at least 0, but is -0.5"],
      body: NewAPI.VideoRequest(model: .klingVideo, cfgScale: -0.5)),
  ]

  @Test("A broken limit is named with its place", arguments: cases)
  func places(sample: Case) {
    var constraints = Constraints()
    sample.body.check(&constraints)
    #expect(constraints.violations.map(\.description) == sample.places)
  }
}
