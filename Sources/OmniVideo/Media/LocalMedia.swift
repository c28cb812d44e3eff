/// Holds files of this machine to what a vendor says about the bytes of media.
struct LocalMedia {
  private let files: [(path: String, kind: Kind, file: String)]
  private let limits: MediaLimits?

  private enum Kind { case image, video }

  init(_ request: VideoRequest, _ draft: VendorDraft) {
    var files: [(String, Kind, String)] = []
    let single: [(RequestField, Media?)] = [
      (.firstFrame, request.firstFrame), (.lastFrame, request.lastFrame),
    ]
    for case (let field, .file(let file)?) in single {
      files.append((field.rawValue, .image, file))
    }
    for (field, kind, list) in [
      (RequestField.images, Kind.image, request.images), (.videos, .video, request.videos),
    ] {
      for case (let index, .file(let file)) in list.enumerated() {
        files.append(("\(field.rawValue)[\(index)]", kind, file))
      }
    }
    self.files = files
    limits = MediaLimits.limits(of: ModelCatalog.capability(of: request.model)?.family ?? .unknown)
  }

  func check(_ report: inout CheckReport, strict: Bool) {
    guard let limits else { return }
    for (path, kind, file) in files {
      guard let bytes = FileBytes(path: file) else {
        report.add([.error(path, "the file \(file) cannot be read")], of: "U5", strict: strict)
        continue
      }
      switch kind {
      case .image:
        let facts = ImageFacts(bytes)
        if facts == nil {
          report.add(
            [.error(path, "\(file) is no image that is known")], of: limits.imageFormat,
            strict: strict)
        }
        for (rule, judge) in limits.images {
          let fault = facts.flatMap(judge)
          report.add(fault.map { [$0.at(path)] } ?? [], of: rule, strict: strict)
        }
      case .video:
        let facts = VideoFacts(bytes)
        for (rule, judge) in limits.videos {
          report.add(judge(facts).map { [$0.at(path)] } ?? [], of: rule, strict: strict)
        }
      }
    }
  }
}

/// A family's limits on the bytes of media, by the rules that state them.
struct MediaLimits {
  let imageFormat: String
  let images: [(rule: String, judge: (ImageFacts) -> MediaFault?)]
  let videos: [(rule: String, judge: (VideoFacts) -> MediaFault?)]

  static func limits(of family: ModelFamily) -> MediaLimits? {
    guard family == .kling else { return nil }
    return MediaLimits(
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
}
