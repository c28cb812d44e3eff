import ClientRuntime
import Foundation

/// What Kling refuses of an image by its text alone: an address is not fetched here.
enum KlingImage {
  static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  static func check(_ text: String) throws(Refusal) {
    if text.isEmpty { throw Refusal(.invalid, "image_url must not be empty") }
    if isAddress(text) { return }
    // Relays take data URIs, and Kling itself is said to take what stands behind the comma alone.
    let base64 = text.hasPrefix("data:") ? String(text.drop { $0 != "," }.dropFirst()) : text
    guard let bytes = Data(base64Encoded: base64) else {
      throw Refusal(.invalid, "image_url is neither an address nor base64")
    }
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: png) else {
      throw Refusal(.invalid, "the image must be a JPEG or PNG")
    }
    if bytes.count > 10 << 20 { throw Refusal(.invalid, "the image has more than 10 MB") }
    try checkSize(of: bytes)
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// A PNG says its size at the beginning.
  private static func checkSize(of bytes: Data) throws(Refusal) {
    guard bytes.starts(with: png), bytes.count >= 24 else { return }
    let number = { (start: Int) in
      bytes.dropFirst(start).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
    let (width, height) = (number(16), number(20))
    if min(width, height) < 300 {
      throw Refusal(.invalid, "the image has \(width)×\(height) pixels, less than 300")
    }
    if max(width, height) * 2 > min(width, height) * 5 {
      throw Refusal(.invalid, "the image's ratio \(width):\(height) is beyond 1:2.5")
    }
  }
}
