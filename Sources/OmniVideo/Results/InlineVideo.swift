import ClientRuntime
import Foundation

/// A video that stands in its own address, as `data:video/mp4;base64,…`.
struct InlineVideo {
  private let address: String

  init(_ address: String) { self.address = address }

  /// Puts the video into a file, in one step.
  func write(to file: URL) throws(VideoError) -> DownloadedFile {
    guard let comma = address.firstIndex(of: ",") else {
      throw .file(file.path, reason: "the vendor's data: address has no data")
    }
    let head = address[..<comma].dropFirst(5)
    let text = String(address[address.index(after: comma)...])
    let data =
      head.lowercased().hasSuffix(";base64")
      ? Data(base64Encoded: text, options: .ignoreUnknownCharacters)
      : text.removingPercentEncoding.map { Data($0.utf8) }
    guard let data, !data.isEmpty else {
      throw .file(file.path, reason: "the vendor's data: address cannot be read")
    }
    do {
      try data.write(to: file, options: .atomic)
    } catch {
      throw .file(file.path, reason: error.localizedDescription)
    }
    let type = head.split(separator: ";").first.map(String.init)
    return DownloadedFile(url: file, length: Int64(data.count), contentType: type)
  }
}
