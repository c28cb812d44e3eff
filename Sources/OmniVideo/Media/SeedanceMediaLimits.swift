/// Seedance's limits on images and videos, from its "Video generation API".
enum SeedanceMediaLimits {
  static func pixels(_ facts: ImageFacts) -> MediaFault? {
    guard let size = facts.size else { return nil }
    let possible = 300...6000
    if possible.contains(size.width), possible.contains(size.height) { return nil }
    return .error("\(size.width)×\(size.height) pixels; 300 to 6000 a side are possible")
  }

  static func ratio(_ facts: ImageFacts) -> MediaFault? {
    guard let size = facts.size, size.height > 0 else { return nil }
    let ratio = Double(size.width) / Double(size.height)
    if (0.4...2.5).contains(ratio) { return nil }
    return .error("\(size.width)×\(size.height) pixels; a ratio of 0.4 to 2.5 is possible")
  }

  static func length(_ facts: VideoFacts) -> MediaFault? {
    guard let seconds = facts.seconds else { return nil }
    let text = "\((seconds * 1000).rounded() / 1000) seconds; 2 to 15 are possible"
    if seconds < 2 { return .error(text) }
    // A video of fifteen seconds is often a picture longer.
    return seconds <= 15 ? nil : seconds <= 15.5 ? .doubtful(text) : .error(text)
  }
}
