import ClientRuntime
import Foundation
import OmniVideo
import Testing

/// A file, and what the rules have to say of it.
struct MediaCase: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var size: Int?
  var errors: [String] = []
  var warnings: [String] = []

  var testDescription: String { name }

  init(
    _ name: String, _ bytes: [UInt8], size: Int? = nil, errors: [String] = [],
    warnings: [String] = []
  ) {
    self.name = name
    self.bytes = bytes
    self.size = size
    self.errors = errors
    self.warnings = warnings
  }
}

private let imageCases: [MediaCase] = [
  MediaCase("a.png", MediaFiles.png(300, 300)),
  MediaCase("a.jpg", MediaFiles.jpeg(1920, 1080)),
  MediaCase("ratio that fits", MediaFiles.png(300, 750)),
  MediaCase("R22", MediaFiles.webp, errors: ["R22"]),
  MediaCase("R22: text", Array("hello world, no image here".utf8), errors: ["R22"]),
  MediaCase("R22: empty", [], errors: ["R22"]),
  MediaCase("R23: fits", MediaFiles.png(300, 300), size: 10_000_000),
  MediaCase("R23: in doubt", MediaFiles.png(300, 300), size: 10_000_001, warnings: ["R23"]),
  MediaCase("R23: in doubt still", MediaFiles.png(300, 300), size: 10 << 20, warnings: ["R23"]),
  MediaCase("R23", MediaFiles.png(300, 300), size: 10 << 20 + 1, errors: ["R23"]),
  MediaCase("R24", MediaFiles.png(299, 300), errors: ["R24"]),
  MediaCase("R24: JPEG", MediaFiles.jpeg(400, 299), errors: ["R24"]),
  MediaCase("R25", MediaFiles.jpeg(300, 751), errors: ["R25"]),
  MediaCase("R25: wide", MediaFiles.png(751, 300), errors: ["R25"]),
]

private func video(
  _ name: String, errors: [String] = [], warnings: [String] = [], size: Int? = nil,
  _ change: (inout MediaFiles.Video) -> Void
) -> MediaCase {
  var video = MediaFiles.Video()
  change(&video)
  return MediaCase(
    name, MediaFiles.video(video), size: size, errors: errors + ["R38"], warnings: warnings)
}

private let videoCases: [MediaCase] = [
  video("fine") { _ in },
  video("fine MOV") { $0.brand = "qt  " },
  video("fine with long numbers") { $0.isLong = true },
  video("tall") {
    $0.width = 720; $0.height = 1280
  },
  video("R42: 3GP", errors: ["R42"]) { $0.brand = "3gp5" },
  MediaCase(
    "R42: WebM", [0x1A, 0x45, 0xDF, 0xA3, 1, 0, 0, 0, 0, 0, 0, 31], errors: ["R38", "R42"]),
  video("R43", errors: ["R43"]) { $0.seconds = 2.9 },
  video("R43: three") { $0.seconds = 3 },
  video("R43: ten") { $0.seconds = 10 },
  video("R43: a picture longer", warnings: ["R43"]) { $0.seconds = 10.042 },
  video("R43: too long", errors: ["R43"]) { $0.seconds = 11 },
  video("R44", errors: ["R44"]) {
    $0.width = 640; $0.height = 360
  },
  video("R44: too large", errors: ["R44"]) {
    $0.width = 3840; $0.height = 2160
  },
  video("R44: largest") {
    $0.width = 2160; $0.height = 2160
  },
  video("R45", errors: ["R45"]) { $0.rate = (12_800, 1_024) },
  video("R45: in doubt", warnings: ["R45"]) { $0.rate = (24_000, 1_001) },
  video("R45: sixty") { $0.rate = (60, 1) },
  video("R45: too fast", errors: ["R45"]) { $0.rate = (120, 1) },
  video("R46: fits", size: 200_000_000) { _ in },
  video("R46", errors: ["R46"], size: 200 << 20 + 1) { _ in },
]

private let seedanceCases: [MediaCase] = [
  MediaCase("smallest", MediaFiles.png(300, 300)), MediaCase("largest", MediaFiles.png(6000, 2400)),
  MediaCase("S17", MediaFiles.png(299, 300), errors: ["S17"]),
  MediaCase("S17: too large", MediaFiles.jpeg(6001, 4000), errors: ["S17"]),
  MediaCase("S17: ratio", MediaFiles.png(300, 751), errors: ["S17"]),
  MediaCase("S17: fits", MediaFiles.png(300, 300), size: 30_000_000),
  MediaCase("S17: in doubt", MediaFiles.png(300, 300), size: 30 << 20, warnings: ["S17"]),
  MediaCase("S17: bytes", MediaFiles.png(300, 300), size: 30 << 20 + 1, errors: ["S17"]),
]

private let viduCases: [MediaCase] = [
  MediaCase("smallest", MediaFiles.png(128, 128)),
  MediaCase("V1", MediaFiles.png(127, 128), errors: ["V1"]),
  MediaCase("V1: fits", MediaFiles.png(128, 128), size: 7_499_999),
  MediaCase("V1: bytes", MediaFiles.png(128, 128), size: 8_000_000, errors: ["V1"]),
]

@Suite struct LocalMediaTests {
  private let kling = VideoProvider.offline(.kling)

  @Test("An image of this machine is held to Kling's limits", arguments: imageCases)
  func image(file: MediaCase) throws {
    try check(file) { $0.firstFrame = .file($1) }
    try check(file) {
      $0.aspectRatio = .ratio16x9
      $0.images = [.file($1)]
    }
  }

  @Test(
    "A video of this machine is held to Kling's limits, though it has to be uploaded",
    arguments: videoCases)
  func video(file: MediaCase) throws {
    try check(file) {
      $0.aspectRatio = .ratio16x9
      $0.videos = [.file($1)]
      $0.videoReferenceType = .feature
    }
  }

  @Test("Seedance has limits of its own", arguments: seedanceCases)
  func seedance(file: MediaCase) throws {
    try check(file, with: .seedance2, of: .offline(.orcarouter)) { $0.firstFrame = .file($1) }
  }

  @Test("So has Vidu", arguments: viduCases)
  func vidu(file: MediaCase) throws {
    try check(file, with: "viduq3-turbo", of: .offline(.newapi)) { $0.firstFrame = .file($1) }
  }

  @Test("A sound of this machine is looked at")
  func sound() throws {
    let cases = [
      MediaCase("fits", [1], size: 15_000_000),
      MediaCase("S19", [1], size: 16 << 20, errors: ["S19"]),
    ]
    for file in cases {
      try check(file, with: .seedance2, of: .offline(.orcarouter)) {
        $0.images = [.url("https://example.com/a.png")]
        $0.audios = [.file($1)]
      }
    }
    var request = VideoRequest(model: .seedance2, prompt: "words")
    request.images = [.url("https://example.com/a.png")]
    request.audios = [.file("/nowhere/a.mp3")]
    let errors = VideoProvider.offline(.orcarouter).check(request).errors
    #expect(errors.map { "\($0.rule) \($0.path)" } == ["U5 audios[0]"])
  }

  private func check(
    _ file: MediaCase, with model: VideoModel = .kling3Omni, of provider: VideoProvider? = nil,
    _ change: (inout VideoRequest, String) -> Void
  ) throws {
    let files = try MediaFiles()
    defer { files.remove() }
    let path = try files.write("file", file.bytes, size: file.size)
    var request = VideoRequest(model: model, prompt: "words")
    change(&request, path)
    let report = (provider ?? kling).check(request)
    #expect(report.errors.map(\.rule).sorted() == file.errors.sorted(), "\(report.errors)")
    #expect(report.warnings.map(\.rule).sorted() == file.warnings.sorted(), "\(report.warnings)")
    let places: Set = ["firstframe", "images[0]", "videos[0]", "audios[0]"]
    #expect((report.errors + report.warnings).allSatisfy { places.contains($0.path) })
  }

  @Test("A file that is not there is said to be not there")
  func missing() {
    var request = VideoRequest(model: .kling3Omni, prompt: "words")
    request.firstFrame = .file("/nowhere/a.png")
    request.aspectRatio = .ratio16x9
    let errors = kling.check(request).errors
    #expect(errors.map(\.path) == ["firstframe"])
    #expect(errors.map(\.rule) == ["U5"])
  }

  @Test("An image goes to Kling as plain base64, to OrcaRouter as a data URI")
  func sent() throws {
    let files = try MediaFiles()
    defer { files.remove() }
    let bytes = MediaFiles.png(300, 300)
    var request = VideoRequest(model: .kling3Omni, prompt: "words")
    request.firstFrame = .file(try files.write("a.png", bytes))
    let base64 = Data(bytes).base64EncodedString()
    let kling = try kling.map(request).body
    #expect(kling["image_list"]?[0]?["image_url"] == .string(base64))
    let orca = try VideoProvider.offline(.orcarouter).map(request).body
    let image = orca["metadata"]?["image_list"]?[0]?["image_url"]
    #expect(image == .string("data:image/png;base64," + base64))
    #expect(throws: RefusedRequest.self) { try VideoProvider.offline(.omnirouters).map(request) }
  }

  @Test("Bytes that make no sense harm nobody", arguments: 0..<200)
  func hostile(seed: Int) throws {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    var bytes = seed.isMultiple(of: 2) ? MediaFiles.video(.init()) : MediaFiles.jpeg(400, 400)
    for _ in 0..<1 + seed % 12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
    }
    if seed.isMultiple(of: 3) { bytes.removeLast(Int(state >> 40) % bytes.count) }
    let files = try MediaFiles()
    defer { files.remove() }
    var request = VideoRequest(model: .kling3Omni, prompt: "words")
    request.firstFrame = .file(try files.write("a", bytes))
    request.videos = [.file(try files.write("b", bytes))]
    _ = kling.check(request)
  }
}
