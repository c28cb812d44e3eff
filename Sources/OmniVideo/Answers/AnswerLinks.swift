import ClientRuntime

/// Finds the videos in an answer.
struct AnswerLinks {
  let answer: AnswerLayers
  /// Whether the answer says that there is a video, so that odd places may be believed.
  let isDone: Bool

  /// Places of one address, best first.
  private static let single = [
    "video_url", "url", "result_url", "urls", "metadata.url", "metadata.video_url",
    "metadata.result_url", "content.video_url", "content.url", "video.url", "video.uri",
    "output.video", "output.video_url", "output.url", "video", "output", "result",
    "outputs.0.url", "unsigned_urls",
    "response.generateVideoResponse.generatedSamples.0.video.uri",
  ]
  /// Places of lists of videos.
  private static let lists = [
    "task_result.videos", "videos", "creations", "outputs", "works", "task_result.works",
    "Output.FileInfos",
  ]

  /// Places of several addresses, which may stand beside the main one.
  private static let several = ["urls", "unsigned_urls"]

  /// The videos, the main one first.
  var videos: [VideoLink] {
    let main = mainAddresses
    var videos = answer.first(Self.lists) { list in
      let links = list.arrayValue.map { $0.compactMap(Self.link) } ?? []
      return links.isEmpty ? nil : links
    }
    guard let main, let first = main.first else {
      return videos ?? lateAddress.map { [VideoLink(url: $0)] } ?? []
    }
    guard var known = videos?.first, main.count == 1 else {
      return videos ?? main.map { VideoLink(url: $0) }
    }
    // The gateway's own address first; the vendor's own serves when that is refused.
    if known.url != first {
      if !(videos ?? []).contains(where: { $0.url == first }) {
        known.alternatives.append(known.url)
        known.url = first
      }
      videos?[0] = known
    }
    return videos ?? []
  }

  private var mainAddresses: [String]? {
    guard let main = answer.first(Self.single, Self.addresses), main.count == 1,
      let all = answer.first(Self.several, Self.addresses), all.count > 1
    else { return answer.first(Self.single, Self.addresses) }
    return main + all.filter { $0 != main[0] }
  }

  /// Old gateways keep the address where the reason of a failure stands.
  private var lateAddress: String? {
    isDone ? answer.first(["fail_reason"]) { Self.addresses($0)?.first } : nil
  }

  /// One address or several.
  private static func addresses(_ value: JSONValue) -> [String]? {
    let texts = value.stringValue.map { [$0] } ?? value.arrayValue?.compactMap(\.stringValue) ?? []
    let found = texts.filter(isAddress)
    return found.isEmpty ? nil : found
  }

  static func isAddress(_ text: String) -> Bool {
    ["http://", "https://", "data:video/", "data:application/octet-stream"]
      .contains { text.lowercased().hasPrefix($0) }
  }

  /// A video in a list.
  private static func link(_ value: JSONValue) -> VideoLink? {
    let layers = AnswerLayers(value)
    let places = ["url", "video_url", "FileUrl", "resource.resource", "video.url", "video.uri"]
    guard let url = layers.first(places, { addresses($0)?.first }) ?? addresses(value)?.first
    else { return nil }
    if let type = value["type"]?.stringValue, ["image", "audio", "cover"].contains(type) {
      return nil
    }
    var link = VideoLink(url: url)
    let marks = ["watermark_url", "watermarked_url"]
    link.watermarkURL = layers.first(marks) { addresses($0)?.first }
    link.duration = layers.first(["duration"], AnswerNumbers.number)
    link.cover = layers.first(["cover_url"]) { addresses($0)?.first }
    link.id = layers.first(["id"], AnswerLayers.scalar)
    return link
  }
}
