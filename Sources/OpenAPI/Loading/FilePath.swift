import Foundation

/// Paths as text: what a relative reference means, without asking the file system.
enum FilePath {
  /// A path without `.`, `..` where they can be taken away, and doubled slashes.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// What a relative path means when it is written in a file.
  static func resolve(_ relative: String, from file: String) -> String {
    if relative.hasPrefix("/") { return normalized(relative) }
    let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
    return normalized(folder + relative)
  }

  /// What a reference means below the `$id` of a schema; one that ends in a slash names a folder.
  static func reference(_ text: String, from base: String?) -> String {
    guard let base, !text.isRemote else { return text }
    if base.isRemote {
      return URL(string: text, relativeTo: URL(string: base))?.absoluteString ?? text
    }
    return resolve(text, from: base) + (text.hasSuffix("/") ? "/" : "")
  }

  /// Whether a normalised path lies in a folder.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    let folder = normalized(folder)
    if folder.isEmpty { return !path.hasPrefix("/") && path != ".." && !path.hasPrefix("../") }
    return folder == "/" ? path.hasPrefix("/") : path.hasPrefix(folder + "/")
  }
}
