/// A picture in planes of brightness and colour, padded to whole macroblocks.
struct Picture {
  let width: Int
  let height: Int
  private(set) var luma: [UInt8]
  private(set) var blue: [UInt8]
  private(set) var red: [UInt8]

  /// White, yellow, cyan, green, magenta, red, blue, black, in the limited range of BT.601.
  private static let bars: [(UInt8, UInt8, UInt8)] = [
    (235, 128, 128), (210, 16, 146), (170, 166, 16), (145, 54, 34),
    (106, 202, 222), (81, 90, 240), (41, 240, 110), (16, 128, 128),
  ]

  /// Colour bars that have moved by some share of the width, over a strip that says how far the
  /// video has come.
  init(size: FrameSize, moved: Double, shown: Double) {
    (width, height) = (size.codedWidth, size.codedHeight)
    luma = [UInt8](repeating: 16, count: width * height)
    blue = [UInt8](repeating: 128, count: width * height / 4)
    red = blue
    let strip = size.height - 8
    let bars = (0..<width).map { x in
      let place = (Double(x) / Double(size.width) + moved) * Double(Self.bars.count)
      return Self.bars[Int(place) % Self.bars.count]
    }
    let mark = (0..<width).map { UInt8(Double($0) < shown * Double(size.width) ? 235 : 48) }
    let brightness = bars.map(\.0)
    for y in 0..<height {
      luma.replaceSubrange(y * width..<(y + 1) * width, with: y < strip ? brightness : mark)
    }
    let half = width / 2
    let (blues, reds) = (
      (0..<half).map { bars[$0 * 2].1 }, (0..<half).map { bars[$0 * 2].2 }
    )
    for y in 0..<strip / 2 {
      blue.replaceSubrange(y * half..<(y + 1) * half, with: blues)
      red.replaceSubrange(y * half..<(y + 1) * half, with: reds)
    }
  }
}

/// How large a video is: what is shown, and what is coded, in whole macroblocks.
struct FrameSize: Hashable, Sendable {
  var width: Int
  var height: Int

  var codedWidth: Int { (width + 15) / 16 * 16 }
  var codedHeight: Int { (height + 15) / 16 * 16 }

  /// A small size of some aspect ratio, such as `16:9`; that of television when it is none.
  init(aspectRatio: String?) {
    (width, height) =
      switch aspectRatio {
      case "9:16": (72, 128)
      case "1:1": (96, 96)
      case "4:3": (96, 72)
      case "3:4": (72, 96)
      case "21:9": (168, 72)
      default: (128, 72)
      }
  }
}
