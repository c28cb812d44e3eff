import Foundation

/// An image as it stands in a body of Kling's: an address or base64.
struct KlingImage: Sendable {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether it is something that Kling could take.
  var isSendable: Bool {
    if MediaText.isWebAddress(text) || MediaText.isPlaceholder(text) { return true }
    if let data = DataURI(text) { return MediaText.isBase64(data.base64) }
    return MediaText.isBase64(text) && !MediaText.isPath(text)
  }

  /// What the bytes say, where they stand here.
  var facts: ImageFacts? {
    let base64 = DataURI(text)?.base64 ?? text
    guard base64.utf8.count >= 16, MediaText.isBase64(base64) else { return nil }
    return Base64Bytes.decode(base64).flatMap { ImageFacts(MemoryBytes(bytes: Array($0))) }
  }
}

/// Base64 that may lack its padding.
enum Base64Bytes {
  static func decode(_ text: String) -> Data? {
    let missing = (4 - text.utf8.count % 4) % 4
    return Data(base64Encoded: text + String(repeating: "=", count: missing == 3 ? 0 : missing))
  }
}
