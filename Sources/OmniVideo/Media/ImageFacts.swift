import Foundation

/// What the first bytes of an image say of it.
struct ImageFacts: Sendable, Hashable {
  enum Format: String, Sendable {
    case jpeg = "JPEG"
    case png = "PNG"
    case gif = "GIF"
    case webp = "WebP"
    case bmp = "BMP"
    case tiff = "TIFF"
    case heif = "HEIF"
    case avif = "AVIF"
  }

  var format: Format
  var byteCount: Int
  /// Unknown where the header cannot be read that far.
  var size: Size?

  struct Size: Sendable, Hashable {
    var width: Int
    var height: Int
  }
}

extension ImageFacts {
  /// Reads the header; `nil` when it is no image that is known.
  init?(_ source: some ByteSource) {
    guard let format = Self.format(source.read(at: 0, 16)) else { return nil }
    self.format = format
    byteCount = source.count
    switch format {
    case .png: size = Self.pngSize(source)
    case .jpeg: size = Self.jpegSize(source)
    default: size = nil
    }
  }

  private static func format(_ head: [UInt8]) -> Format? {
    let signatures: [(Format, [UInt8])] = [
      (.jpeg, [0xFF, 0xD8, 0xFF]),
      (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
      (.gif, Array("GIF8".utf8)), (.bmp, Array("BM".utf8)),
      (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
    ]
    if let match = signatures.first(where: { head.starts(with: $0.1) }) { return match.0 }
    guard head.count >= 12 else { return nil }
    let brand = String(decoding: head[8..<12], as: Unicode.ASCII.self)
    switch String(decoding: head[4..<8], as: Unicode.ASCII.self) {
    case "ftyp" where ["heic", "heix", "mif1", "msf1", "hevc"].contains(brand): return .heif
    case "ftyp" where brand == "avif" || brand == "avis": return .avif
    default: return head.starts(with: Array("RIFF".utf8)) && brand == "WEBP" ? .webp : nil
    }
  }

  private static func pngSize(_ source: some ByteSource) -> Size? {
    guard source.word(at: 12) == "IHDR", let width = source.number(at: 16, 4),
      let height = source.number(at: 20, 4)
    else { return nil }
    return Size(width: Int(width), height: Int(height))
  }

  /// Goes from segment to segment to the one that says how large the picture is.
  private static func jpegSize(_ source: some ByteSource) -> Size? {
    var position = 2
    for _ in 0..<1000 {
      guard let sign = source.number(at: position, 1) else { return nil }
      guard sign == 0xFF, let marker = source.number(at: position + 1, 1) else { return nil }
      switch marker {
      case 0xFF: position += 1
      case 0x01, 0xD0...0xD8: position += 2
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard let height = source.number(at: position + 5, 2),
          let width = source.number(at: position + 7, 2)
        else { return nil }
        return Size(width: Int(width), height: Int(height))
      case 0xD9, 0xDA: return nil
      default:
        guard let length = source.number(at: position + 2, 2), length >= 2 else { return nil }
        position += 2 + Int(length)
      }
    }
    return nil
  }
}
