/// What the boxes of an MP4 or MOV say of it.
struct VideoFacts: Sendable, Hashable {
  enum Format: String, Sendable {
    case mp4 = "MP4"
    case mov = "MOV"
  }

  /// Unknown where the file is something else.
  var format: Format?
  var byteCount: Int
  var seconds: Double?
  var width: Double?
  var height: Double?
  var framesPerSecond: Double?
}

extension VideoFacts {
  /// Reads the boxes, of which a file may have more than anyone wants to read.
  init(_ source: some ByteSource) {
    byteCount = source.count
    let boxes = MovieBoxes(source)
    format = boxes.format
    guard format != nil, let movie = boxes.first("moov") else { return }
    if let header = boxes.first("mvhd", in: movie) { seconds = boxes.length(ofHeader: header) }
    for track in boxes.all("trak", in: movie) where boxes.isVideo(track) {
      if let header = boxes.first("tkhd", in: track), let size = boxes.size(ofTrack: header) {
        (width, height) = size
      }
      framesPerSecond = boxes.framesPerSecond(ofTrack: track)
      seconds = seconds ?? boxes.length(ofTrack: track)
      return
    }
  }
}

/// The boxes of an ISO media file: a length, four letters, and what is inside.
struct MovieBoxes<Source: ByteSource> {
  /// One box: where its content stands.
  struct Box {
    var kind: String
    var content: Range<Int>
  }

  private static var mostBoxes: Int { 4096 }
  private static var mostTableEntries: Int { 100_000 }

  private let source: Source

  init(_ source: Source) { self.source = source }

  var format: VideoFacts.Format? {
    let stillBrands = ["heic", "heix", "mif1", "msf1", "hevc", "avif", "avis"]
    if source.word(at: 4) == "ftyp", let brand = source.word(at: 8) {
      if brand == "qt  " { return .mov }
      return stillBrands.contains(brand) || brand.hasPrefix("3g") ? nil : .mp4
    }
    // Old QuickTime files begin without saying what they are.
    let openings = ["moov", "mdat", "wide", "free", "skip"]
    guard let opening = source.word(at: 4), openings.contains(opening) else { return nil }
    return first("moov") == nil ? nil : .mov
  }

  func first(_ kind: String, in parent: Box? = nil) -> Box? {
    all(kind, in: parent, limit: 1).first
  }

  func all(_ kind: String, in parent: Box? = nil, limit: Int = 64) -> [Box] {
    let range = parent?.content ?? 0..<source.count
    var position = range.lowerBound
    var found: [Box] = []
    for _ in 0..<Self.mostBoxes {
      guard let box = box(at: position, before: range.upperBound) else { break }
      if box.kind == kind { found.append(box) }
      if found.count == limit { break }
      position = box.content.upperBound
    }
    return found
  }

  private func box(at position: Int, before end: Int) -> Box? {
    guard position + 8 <= end, let short = source.number(at: position, 4),
      let kind = source.word(at: position + 4)
    else { return nil }
    var header = 8
    var length = short
    if short == 1 {
      guard let long = source.number(at: position + 8, 8) else { return nil }
      header = 16
      length = long
    } else if short == 0 {
      length = UInt64(end - position)
    }
    guard length >= header, length <= end - position else { return nil }
    return Box(kind: kind, content: position + header..<position + Int(length))
  }

  /// The length in seconds that `mvhd` and `mdhd` state.
  func length(ofHeader box: Box) -> Double? {
    guard let (scale, duration) = scaleAndDuration(box), scale > 0, duration > 0 else { return nil }
    return Double(duration) / Double(scale)
  }

  private func scaleAndDuration(_ box: Box) -> (UInt64, UInt64)? {
    let start = box.content.lowerBound
    guard let version = source.number(at: start, 1) else { return nil }
    let isLong = version == 1
    guard let scale = source.number(at: start + (isLong ? 20 : 12), 4),
      let duration = source.number(at: start + (isLong ? 24 : 16), isLong ? 8 : 4)
    else { return nil }
    let isUnknown = duration == (isLong ? UInt64.max : UInt64(UInt32.max))
    return isUnknown ? nil : (scale, duration)
  }

  func isVideo(_ track: Box) -> Bool {
    guard let media = first("mdia", in: track), let handler = first("hdlr", in: media) else {
      return false
    }
    return source.word(at: handler.content.lowerBound + 8) == "vide"
  }

  func length(ofTrack track: Box) -> Double? {
    guard let media = first("mdia", in: track), let header = first("mdhd", in: media) else {
      return nil
    }
    return length(ofHeader: header)
  }

  func size(ofTrack header: Box) -> (Double?, Double?)? {
    let isLong = source.number(at: header.content.lowerBound, 1) == 1
    let start = header.content.lowerBound + (isLong ? 88 : 76)
    guard let width = source.number(at: start, 4), let height = source.number(at: start + 4, 4),
      width > 0, height > 0
    else { return nil }
    return (Double(width) / 65536, Double(height) / 65536)
  }

  /// How many pictures the time table lists in how much time.
  func framesPerSecond(ofTrack track: Box) -> Double? {
    guard let media = first("mdia", in: track), let header = first("mdhd", in: media),
      let (scale, _) = scaleAndDuration(header), let information = first("minf", in: media),
      let samples = first("stbl", in: information), let table = first("stts", in: samples),
      let count = source.number(at: table.content.lowerBound + 4, 4),
      count <= UInt64(Self.mostTableEntries)
    else { return nil }
    let entries = source.read(at: table.content.lowerBound + 8, Int(count) * 8)
    var pictures = 0.0
    var time = 0.0
    for start in stride(from: 0, through: entries.count - 8, by: 8) {
      let number = entries[start..<start + 4].reduce(0.0) { $0 * 256 + Double($1) }
      let step = entries[start + 4..<start + 8].reduce(0.0) { $0 * 256 + Double($1) }
      pictures += number
      time += number * step
    }
    return time > 0 ? pictures * Double(scale) / time : nil
  }
}
