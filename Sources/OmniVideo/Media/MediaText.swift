/// What a text in a media field looks like.
enum MediaText {
  /// A shorter text without a scheme is more likely a word than the bytes of a file.
  static let shortestBase64 = 32

  /// Whether only letters of the standard base64 alphabet stand there, padded at most at the end.
  static func isBase64(_ text: String) -> Bool {
    let body = text.utf8.prefix { $0 != UInt8(ascii: "=") }
    let padding = text.utf8.count - body.count
    return !body.isEmpty && padding <= 2 && text.utf8.suffix(padding).allSatisfy { $0 == 61 }
      && body.allSatisfy(isBase64Letter)
  }

  private static func isBase64Letter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  /// Whether it names a file: `/a.png`, `./a`, `~/a`, `C:\a.png`, `a.png`.
  ///
  /// The base64 of a JPEG begins with `/9j/`, so a slash alone proves nothing.
  static func isPath(_ text: String) -> Bool {
    if isBase64(text), text.hasPrefix("/9j/") || text.count >= 256 { return false }
    if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../") { return true }
    if text.hasPrefix("~") || text.contains("\\") { return true }
    return hasFileExtension(text)
  }

  private static func hasFileExtension(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex else { return false }
    let ending = text[text.index(after: dot)...]
    return (2...5).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
      && !text.contains(":")
  }

  /// A word that stands for an address in vendors' own samples, such as `xxx` or `video_url`.
  static func isPlaceholder(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < shortestBase64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  /// Whether it is an address that a vendor can fetch from.
  static func isWebAddress(_ text: String) -> Bool {
    let head = text.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: { head.hasPrefix($0) })
    else { return false }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return !host.isEmpty && !text.contains(where: \.isWhitespace)
  }
}

/// A `data:` address that holds base64.
struct DataURI: Sendable, Hashable {
  var mediaType: String?
  var base64: String

  init?(_ text: String) {
    guard text.prefix(5).lowercased() == "data:", let comma = text.firstIndex(of: ",") else {
      return nil
    }
    let head = text[..<comma].dropFirst("data:".count)
    guard head.lowercased().hasSuffix(";base64") else { return nil }
    let mediaType = head.prefix { $0 != ";" }
    self.mediaType = mediaType.isEmpty ? nil : String(mediaType)
    base64 = String(text[text.index(after: comma)...])
  }
}
