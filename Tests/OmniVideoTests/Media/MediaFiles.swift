import Foundation

/// Small files with the headers of images and videos, written to a folder of their own.
struct MediaFiles {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "media-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, of which the bytes up to `size` are empty, and says where it is.
  func write(_ name: String, _ bytes: [UInt8], size: Int? = nil) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    if let size {
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: UInt64(size))
      try handle.close()
    }
    return file.path
  }

  static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + number(13, 4) + Array("IHDR".utf8)
      + number(width, 4) + number(height, 4) + [8, 2, 0, 0, 0]
  }

  /// A JPEG whose size stands behind another segment and a padding byte.
  static func jpeg(_ width: Int, _ height: Int) -> [UInt8] {
    let other: [UInt8] = [0xFF, 0xE1] + number(4, 2) + [0, 0]
    let frame: [UInt8] =
      [0xFF, 0xFF, 0xC2] + number(17, 2) + [8] + number(height, 2) + number(width, 2)
    return [0xFF, 0xD8] + other + frame + Array(repeating: 0, count: 10)
  }

  static let webp = Array("RIFF".utf8) + number(20, 4) + Array("WEBPVP8 ".utf8)

  /// What a video is to say of itself.
  struct Video: Sendable {
    var brand = "isom"
    var seconds = 5.0
    var width = 1280
    var height = 720
    /// Time units of a second and of a picture.
    var rate = (scale: 24_000, step: 1_000)
    var isLong = false
  }

  static func video(_ video: Video) -> [UInt8] {
    let duration = Int(video.seconds * 1000)
    let pictures = Int(video.seconds * Double(video.rate.scale) / Double(video.rate.step))
    let times = number(0, 4) + number(1, 4) + number(pictures, 4) + number(video.rate.step, 4)
    let media =
      box("mdhd", head(video, video.rate.scale, pictures * video.rate.step) + number(0, 4))
      + box("hdlr", number(0, 8) + Array("vide".utf8) + number(0, 12))
      + box("minf", box("stbl", box("stts", times)))
    let size = number(video.width << 16, 4) + number(video.height << 16, 4)
    let trackHead = [video.isLong ? 1 : 0] + [UInt8](repeating: 0, count: video.isLong ? 87 : 75)
    let sound = box("trak", box("mdia", box("hdlr", number(0, 8) + Array("soun".utf8))))
    let movie = box("mvhd", head(video, 1000, duration) + number(0, 80))
    let track = box("trak", box("tkhd", trackHead + size) + box("mdia", media))
    return box("ftyp", Array(video.brand.utf8) + number(0, 4)) + box("free", number(0, 8))
      + box("moov", movie + sound + track)
  }

  private static func head(_ video: Video, _ scale: Int, _ duration: Int) -> [UInt8] {
    video.isLong
      ? number(1 << 24, 4) + number(0, 16) + number(scale, 4) + number(duration, 8)
      : number(0, 4) + number(0, 8) + number(scale, 4) + number(duration, 4)
  }

  static func box(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    number(content.count + 8, 4) + Array(kind.utf8) + content
  }

  static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).reversed().map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
  }
}
