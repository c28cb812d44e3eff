/// A family's limits on the bytes of media, by the rules that state them.
struct MediaLimits {
  let imageFormat: String
  let images: [(rule: String, judge: (ImageFacts) -> MediaFault?)]
  var videos: [(rule: String, judge: (VideoFacts) -> MediaFault?)] = []
  var sounds: [(rule: String, judge: (Int) -> MediaFault?)] = []

  static func limits(of family: ModelFamily) -> MediaLimits? {
    switch family {
    case .kling: kling
    case .seedance: seedance
    case .vidu: vidu
    default: nil
    }
  }

  private static var kling: MediaLimits {
    MediaLimits(
      imageFormat: "R22",
      images: [
        ("R22", KlingImageLimits.format), ("R23", KlingImageLimits.size),
        ("R24", KlingImageLimits.pixels), ("R25", KlingImageLimits.ratio),
      ],
      videos: [
        ("R42", KlingVideoLimits.format), ("R43", KlingVideoLimits.length),
        ("R44", KlingVideoLimits.pixels), ("R45", KlingVideoLimits.frameRate),
        ("R46", KlingVideoLimits.size),
      ])
  }

  private static var seedance: MediaLimits {
    MediaLimits(
      imageFormat: "S17",
      images: [
        ("S17", { MegabyteLimit(megabytes: 30).fault($0.byteCount) }),
        ("S17", SeedanceMediaLimits.pixels), ("S17", SeedanceMediaLimits.ratio),
      ],
      videos: [
        ("S18", { MegabyteLimit(megabytes: 50).fault($0.byteCount) }),
        ("S18", SeedanceMediaLimits.length), ("S18", KlingVideoLimits.frameRate),
      ],
      sounds: [("S19", { MegabyteLimit(megabytes: 15).fault($0) })])
  }

  /// An image of this machine goes to Vidu as base64, four letters for three bytes.
  private static var vidu: MediaLimits {
    MediaLimits(
      imageFormat: "V1",
      images: [
        ("V1", { MegabyteLimit(megabytes: 10).fault(($0.byteCount + 2) / 3 * 4, "as base64") }),
        (
          "V1",
          { facts in
            guard let size = facts.size, min(size.width, size.height) < 128 else { return nil }
            return .error("\(size.width)×\(size.height) pixels; each side needs at least 128")
          }
        ),
      ])
  }
}
