/// Kling's limits on images, from "Image Requirements" of its Omni-Video page.
enum KlingImageLimits {
  static func format(_ facts: ImageFacts) -> MediaFault? {
    facts.format == .jpeg || facts.format == .png
      ? nil : .error("a \(facts.format.rawValue) image; JPEG and PNG are possible")
  }

  static func size(_ facts: ImageFacts) -> MediaFault? {
    MegabyteLimit(megabytes: 10).fault(facts.byteCount)
  }

  static func pixels(_ facts: ImageFacts) -> MediaFault? {
    guard let size = facts.size, min(size.width, size.height) < 300 else { return nil }
    return .error("\(size.width)×\(size.height) pixels; each side needs at least 300")
  }

  static func ratio(_ facts: ImageFacts) -> MediaFault? {
    guard let size = facts.size else { return nil }
    let (short, long) = (min(size.width, size.height), max(size.width, size.height))
    if long.multipliedReportingOverflow(by: 2).partialValue <= short * 5 { return nil }
    return .error("\(size.width)×\(size.height) pixels; between 1:2.5 and 2.5:1 is possible")
  }
}

/// Kling's limits on videos, from "Video Requirements" of its Omni-Video page.
enum KlingVideoLimits {
  static func format(_ facts: VideoFacts) -> MediaFault? {
    facts.format == nil ? .error("neither an MP4 nor a MOV") : nil
  }

  static func size(_ facts: VideoFacts) -> MediaFault? {
    MegabyteLimit(megabytes: 200).fault(facts.byteCount)
  }

  static func length(_ facts: VideoFacts) -> MediaFault? {
    guard let seconds = facts.seconds else { return nil }
    let text = "\(rounded(seconds)) seconds; 3 to 10 are possible"
    if seconds < 3 { return .error(text) }
    // A video of ten seconds is often a picture longer.
    return seconds <= 10 ? nil : seconds <= 10.5 ? .doubtful(text) : .error(text)
  }

  static func pixels(_ facts: VideoFacts) -> MediaFault? {
    guard let width = facts.width, let height = facts.height else { return nil }
    let possible = 720.0...2160.0
    if possible.contains(width), possible.contains(height) { return nil }
    return .error(
      "\(rounded(width))×\(rounded(height)) pixels; width and height of 720 to 2160 are possible")
  }

  static func frameRate(_ facts: VideoFacts) -> MediaFault? {
    guard let rate = facts.framesPerSecond else { return nil }
    if (24...60).contains(rate) { return nil }
    let text = "\(rounded(rate)) frames a second; 24 to 60 are possible"
    // 23.976 is called 24 as often as not.
    return (23.97...60.1).contains(rate) ? .doubtful(text) : .error(text)
  }

  private static func rounded(_ number: Double) -> String {
    let value = (number * 1000).rounded() / 1000
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
