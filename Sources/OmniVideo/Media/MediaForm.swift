import ClientRuntime
import Foundation

/// How a vendor takes media.
enum MediaForm: Sendable {
  /// By address alone.
  case address
  /// By address or as plain base64.
  case plainBase64
  /// By address or as a data URI.
  case dataURI
  /// As a data URI alone.
  case dataURIAlone
}

extension Media {
  /// A larger file is not read into a request.
  private static let mostBytes = 100 << 20

  /// The text that stands for it in a vendor's body, or why there is none.
  ///
  /// - Parameter readsFiles: Whether bytes of files are wanted, or a word in their stead.
  func text(as form: MediaForm, readsFiles: Bool) -> Result<String, MediaRefusal> {
    switch (self, form) {
    case (.url, .dataURIAlone):
      .failure("an address is dropped without a word here; give a file or base64")
    case (.url(let url), _): .success(url)
    case (_, .address):
      .failure("taken only by address; upload it, and give an http or https address")
    case (.base64(let base64, let mediaType), _):
      .success(Self.text(base64, mediaType: mediaType ?? Self.mediaType(ofBase64: base64), form))
    case (.file(let path), _): readsFiles ? Self.text(ofFile: path, form) : .success("file")
    }
  }

  private static func text(_ base64: String, mediaType: String?, _ form: MediaForm) -> String {
    if case .plainBase64 = form { return base64 }
    return "data:\(mediaType ?? "application/octet-stream");base64,\(base64)"
  }

  private static func text(ofFile path: String, _ form: MediaForm) -> Result<String, MediaRefusal> {
    guard let bytes = FileBytes(path: path) else {
      return .failure("\(UnreadableFile(path).reason)")
    }
    guard bytes.count <= mostBytes else {
      return .failure("the file \(path) has more than \(mostBytes >> 20) MB; give its address")
    }
    let data = Data(bytes.read(at: 0, bytes.count))
    let mediaType = ImageFacts(bytes)?.format.mediaType
    return .success(text(data.base64EncodedString(), mediaType: mediaType, form))
  }

  private static func mediaType(ofBase64 base64: String) -> String? {
    let head = Base64Bytes.decode(String(base64.prefix(64)))
    return head.flatMap { ImageFacts(MemoryBytes(bytes: Array($0))) }?.format.mediaType
  }
}

/// Why a vendor cannot have some media.
struct MediaRefusal: Error, ExpressibleByStringInterpolation {
  let reason: String

  init(stringLiteral value: String) { reason = value }
}

extension ImageFacts.Format {
  var mediaType: String { "image/\(rawValue.lowercased())" }
}

extension VendorDraft {
  /// The text that stands for media in the body; refuses it where there is none.
  mutating func text(
    of media: Media, as form: MediaForm, at path: String, rule: String = "U5"
  ) -> JSONValue? {
    switch media.text(as: form, readsFiles: readsFiles) {
    case .success(let text): return .string(text)
    case .failure(let refusal):
      refuse(rule, path, refusal.reason)
      return nil
    }
  }
}
