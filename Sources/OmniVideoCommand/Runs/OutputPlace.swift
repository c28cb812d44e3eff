import Foundation

/// Where videos are put: a file, or a folder in which each has its task's name.
struct OutputPlace: Sendable {
  let url: URL
  let isFolder: Bool

  /// The place that was asked for; it is looked at before anything is paid for.
  init?(_ arguments: Arguments, isFolder mustBeFolder: Bool = false) throws(UsageError) {
    guard let path = arguments.value("output") else { return nil }
    guard !path.isEmpty else { throw UsageError("'--output' needs a path") }
    var isDirectory: ObjCBool = false
    let files = FileManager.default
    let exists = files.fileExists(atPath: path, isDirectory: &isDirectory)
    isFolder = mustBeFolder || exists && isDirectory.boolValue || path.hasSuffix("/")
    url = URL(filePath: path)
    let folder = isFolder ? path : url.deletingLastPathComponent().path(percentEncoded: false)
    if isFolder, !exists {
      do {
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw .surroundings("the folder \(path) cannot be made: \(error.localizedDescription)")
      }
    }
    guard files.fileExists(atPath: folder, isDirectory: &isDirectory), isDirectory.boolValue else {
      throw .surroundings("there is no folder \(folder)", help: "make it first")
    }
    guard files.isWritableFile(atPath: folder) else {
      throw .surroundings("nothing can be written into \(folder)", help: "choose another --output")
    }
  }

  /// Whether a file is there that the video would replace.
  var isTaken: Bool {
    !isFolder && FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
  }

  /// The file for one of a task's videos.
  func file(_ task: String, index: Int) -> URL {
    let name = isFolder ? task.filter { $0 != "/" } + ".mp4" : url.lastPathComponent
    let file =
      isFolder
      ? url.appending(path: name, directoryHint: .notDirectory) : url
    guard index > 0 else { return file }
    let stem = file.deletingPathExtension().lastPathComponent
    let ending = file.pathExtension.isEmpty ? "" : ".\(file.pathExtension)"
    return file.deletingLastPathComponent()
      .appending(path: "\(stem)-\(index + 1)\(ending)", directoryHint: .notDirectory)
  }
}
