import Foundation

/// A file that is no use, and why.
struct UnreadableFile {
  private let path: String

  init(_ path: String) { self.path = path }

  var reason: String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return "there is no file \(path)"
    }
    return isFolder.boolValue
      ? "\(path) is a folder; name a file" : "the file \(path) cannot be read"
  }
}
