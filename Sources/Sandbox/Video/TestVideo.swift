import Foundation

/// A small video that every player shows, made from nothing: colour bars that move.
struct TestVideo: Hashable, Sendable {
  let size: FrameSize
  let seconds: Int
  static let rate = 4

  /// Describes a video; a length out of reason becomes the nearest that is within it.
  init(aspectRatio: String?, seconds: Int) {
    size = FrameSize(aspectRatio: aspectRatio)
    self.seconds = min(max(seconds, 1), 60)
  }

  /// The whole file, its index first, so that it plays while it loads.
  var data: Data {
    let video = AdvancedVideo(size: size)
    let count = seconds * Self.rate
    let samples = (0..<count).map { index in
      let shown = Double(index + 1) / Double(count)
      let picture = Picture(size: size, moved: Double(index) / 32, shown: shown)
      let unit = video.picture(picture, index: index)
      return UInt32(unit.count).bigEndianBytes + unit
    }
    let kind = Box("ftyp", Array("isom".utf8) + [0, 0, 2, 0] + Array("isomiso2avc1mp41".utf8))
    let head = kind.bytes
    // The index says where the samples begin, which depends on its own length only.
    let length = index(video, samples, start: 0).bytes.count
    let moov = index(video, samples, start: head.count + length + 8)
    return Data(head + moov.bytes + Box("mdat", samples.flatMap { $0 }).bytes)
  }

  private static let clock = 1000
  private static let matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000]
  private var duration: Int { seconds * Self.clock }

  private func index(_ video: AdvancedVideo, _ samples: [[UInt8]], start: Int) -> Box {
    let movie = Box(
      full: "mvhd",
      [0, 0, Self.clock, duration, 0x10000, 0x100_0000, 0, 0] + Self.matrix
        + [0, 0, 0, 0, 0, 0, 2])
    let track = Box(
      full: "tkhd", flags: 3,
      [0, 0, 1, 0, duration, 0, 0, 0, 0] + Self.matrix + [size.width << 16, size.height << 16])
    let media = Box(
      "mdia",
      [
        Box(full: "mdhd", [0, 0, Self.clock, duration, 0x55C4_0000]),
        Box(full: "hdlr", [0, 0x7669_6465, 0, 0, 0], Array("Sandbox".utf8) + [0]),
        Box("minf", [videoHead, source, table(video, samples, start: start)]),
      ])
    return Box("moov", [movie, Box("trak", [track, media])])
  }

  private var videoHead: Box { Box(full: "vmhd", flags: 1, [0, 0]) }

  /// The samples are in this very file.
  private var source: Box {
    let here = Box(full: "url ", flags: 1, [])
    return Box("dinf", [Box(full: "dref", [1], here.bytes)])
  }

  private func table(_ video: AdvancedVideo, _ samples: [[UInt8]], start: Int) -> Box {
    let sizes = samples.map(\.count)
    return Box(
      "stbl",
      [
        Box(full: "stsd", [1], entry(video).bytes),
        Box(full: "stts", [1, sizes.count, Self.clock / Self.rate]),
        Box(full: "stsc", [1, 1, sizes.count, 1]),
        Box(full: "stsz", [0, sizes.count] + sizes),
        Box(full: "stco", [1, start]),
      ])
  }

  private func entry(_ video: AdvancedVideo) -> Box {
    let (sequence, picture) = (video.sequenceSet, video.pictureSet)
    var record: [UInt8] = [1, 66, 0xC0, UInt8(AdvancedVideo.level), 0xFF, 0xE1]
    record += UInt16(sequence.count).bigEndianBytes + sequence
    record += [1] + UInt16(picture.count).bigEndianBytes + picture
    var content: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 16)
    content += UInt16(size.width).bigEndianBytes + UInt16(size.height).bigEndianBytes
    content += [0, 0x48, 0, 0, 0, 0x48, 0, 0, 0, 0, 0, 0, 0, 1]
    content += [UInt8](repeating: 0, count: 32) + [0, 24, 0xFF, 0xFF]
    return Box("avc1", content + Box("avcC", record).bytes)
  }
}
