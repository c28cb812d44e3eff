/// Holds files of this machine to what a vendor says about the bytes of media.
struct LocalMedia {
  private let files: [(path: String, kind: Kind, file: String)]
  private let limits: MediaLimits?

  private enum Kind { case image, video, sound }

  init(_ request: VideoRequest) {
    var files: [(String, Kind, String)] = []
    let single: [(RequestField, Media?)] = [
      (.firstFrame, request.firstFrame), (.lastFrame, request.lastFrame),
    ]
    for case (let field, .file(let file)?) in single {
      files.append((field.rawValue, .image, file))
    }
    for (field, kind, list) in [
      (RequestField.images, Kind.image, request.images), (.videos, .video, request.videos),
      (.audios, .sound, request.audios),
    ] {
      for case (let index, .file(let file)) in list.enumerated() {
        files.append(("\(field.rawValue)[\(index)]", kind, file))
      }
    }
    self.files = files
    limits = MediaLimits.limits(of: ModelCatalog.capability(of: request.model)?.family ?? .unknown)
  }

  func check(_ report: inout CheckReport, strict: Bool) {
    for (path, kind, file) in files {
      guard let bytes = FileBytes(path: file) else {
        report.add([.error(path, "the file \(file) cannot be read")], of: "U5", strict: strict)
        continue
      }
      for (rule, fault) in faults(of: bytes, kind) {
        report.add([fault.at(path)], of: rule, strict: strict)
      }
    }
  }

  private func faults(of bytes: FileBytes, _ kind: Kind) -> [(String, MediaFault)] {
    guard let limits else { return [] }
    switch kind {
    case .image:
      guard let facts = ImageFacts(bytes) else {
        return [(limits.imageFormat, .error("no image of a format that is known"))]
      }
      return limits.images.compactMap { rule, judge in judge(facts).map { (rule, $0) } }
    case .sound:
      return limits.sounds.compactMap { rule, judge in judge(bytes.count).map { (rule, $0) } }
    case .video:
      let facts = VideoFacts(bytes)
      return limits.videos.compactMap { rule, judge in judge(facts).map { (rule, $0) } }
    }
  }
}
