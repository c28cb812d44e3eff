import ChainHubClient
import NewAPIClient
import OrcaRouterClient

/// The requests of the other gateways.
let gatewaySamples: [Sample] =
  [
    Sample(
      "seed002/image-reference",
      ChainHub.OmniVideoRequest(
        prompt: "Put a crown on <<<image_1>>>",
        mode: .pro,
        imageList: [
          .init(
            imageURL: "https://h2.inkwai.com/bs2/upload-ylab-stunt/se/"
              + "ai_portal_queue_mmu_image_upscale_aiweb/"
              + "3214b798-e1b4-4b00-b7af-72b5b0417420_raw_image_0.jpg")
        ],
        aspectRatio: .ratio16x9)),
    Sample(
      "seed003/grok-reference-image",
      NewAPI.VideoRequest(
        model: .grokImagine1Video,
        prompt: "雨夜霓虹街道上的电影感推镜,光影丰富,运动自然",
        seconds: 10,
        aspectRatio: "16:9",
        resolution: "720P",
        referenceImages: ["https://example.com/ref-1.jpg"])),
    Sample(
      "seed003/kling-text-to-video",
      NewAPI.VideoRequest(
        model: .klingVideo,
        prompt: "海边日落镜头,电影感,风吹长发",
        mode: .textToVideo,
        duration: 5,
        aspectRatio: "16:9",
        modelName: .klingV26)),
  ] + orcaRouterSamples

private let orcaRouterSamples: [Sample] = [
  Sample(
    "orcarouter/kling-text-to-video",
    OrcaRouter.VideoRequest.kling(
      .init(
        model: .klingV26,
        prompt: "A girl smiles by the sea",
        metadata: .init(
          mode: .pro,
          aspectRatio: .ratio16x9,
          duration: "10",
          negativePrompt: "blur",
          cfgScale: 0.7,
          sound: .on,
          watermarkInfo: .init(enabled: false))))),
  Sample(
    "orcarouter/kling-image-to-video",
    OrcaRouter.VideoRequest.kling(
      .init(
        model: .klingV3,
        prompt: "The girl turns around",
        image: "https://example.com/first.jpg",
        metadata: .init(duration: .seconds5, imageTail: "https://example.com/last.jpg")))),
  Sample(
    "orcarouter/kling-several-references",
    OrcaRouter.VideoRequest.kling(
      .init(
        model: .klingV3Omni,
        prompt: "<<<image_1>>> dances as in the video",
        metadata: .init(
          mode: .std,
          duration: "7",
          imageList: [
            .init(imageURL: "https://example.com/girl.jpg"),
            .init(imageURL: "https://example.com/first.jpg", type: .firstFrame),
          ],
          videoList: [
            .init(
              videoURL: "https://example.com/dance.mp4", referType: .feature,
              keepOriginalSound: .no)
          ],
          multiShot: true,
          shotType: .customize,
          multiPrompt: [
            .init(index: 1, prompt: "She bows", duration: "2"),
            .init(index: 2, prompt: "She dances", duration: "5"),
          ],
          additionalProperties: ["camera": ["zoom": 0.25]])))),
  Sample(
    "orcarouter/seedance-mixed-references",
    OrcaRouter.VideoRequest.seedance(
      .init(
        model: .dreaminaSeedance2,
        prompt: "A tea advertisement with the music of audio 1",
        metadata: .init(
          content: [
            .init(
              type: .imageURL, imageURL: .init(url: "https://example.com/tea.jpg"),
              role: .referenceImage),
            .init(
              type: .videoURL, videoURL: .init(url: "https://example.com/tea.mp4"),
              role: .referenceVideo),
            .init(
              type: .audioURL, audioURL: .init(url: "https://example.com/tea.mp3"),
              role: .referenceAudio),
          ],
          ratio: .adaptive,
          duration: 11,
          generateAudio: true,
          watermark: false,
          seed: 4_294_967_295,
          serviceTier: .default,
          returnLastFrame: true,
          callbackURL: "https://example.com/callback",
          resolution: .p720)))),
]
