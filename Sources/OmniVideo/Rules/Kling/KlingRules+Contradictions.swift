import ClientRuntime

extension KlingRules {
  static let contradictions: [Rule<KlingBody>] = [
    Rule("C1", "duration", "From text or a first frame, kling-video-o1 makes 5 or 10 seconds.") {
      body in
      let isBound = body.isTextOnly || isFirstFrameAlone(body)
      guard body.isO1, isBound, body.value("duration") != nil, let seconds = body.seconds,
        (3...10).contains(seconds), seconds != 5, seconds != 10
      else { return [] }
      let message = "the capability map has only 5 and 10 seconds here, a sample of the page has 7"
      return [.contradiction("duration", message)]
    },
    Rule("C18", "multi_shot", "The capability map has no shots for kling-video-o1.") { body in
      guard body.isO1, body.multiShot == .on else { return [] }
      return [.contradiction("multi_shot", "the capability map has no shots for \(body.model)")]
    },
    Rule("C19", "mode", "Whether 4k goes with a video differs between Kling's pages.") { body in
      guard body.isV3, body.mode == "4k", !body.videos.isEmpty else { return [] }
      return [.contradiction("mode", "4k with a reference video is in doubt; std and pro are not")]
    },
    Rule("C23", "image_list[].image_url", "Kling takes plain base64, gateways take data URIs.") {
      body in
      body.imageSources.compactMap { path, source in
        guard let text = source?.stringValue, DataURI(text) != nil else { return nil }
        return .contradiction(
          path, "send the base64 without \(text.prefix(5))…, as Kling's page has it")
      }
    },
  ]

  private static func isFirstFrameAlone(_ body: KlingBody) -> Bool {
    body.startsFromFirstFrameAlone && body.images.count == 1 && body.elements.isEmpty
      && body.videos.isEmpty
  }
}
