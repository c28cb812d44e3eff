import Diagnostics
import Foundation
import Generation

/// One folder under `Tests/Cases`.
struct Case {
  /// What a run says and writes.
  struct Outcome {
    var diagnostics: String
    var files: [String: String]
  }

  let folder: String

  /// Generates into a folder of its own; messages name files as if they lay in the current folder.
  func run() throws -> Outcome {
    let manager = FileManager.default
    // A folder further down, so that the sources are not beside it wherever they were cloned to.
    let place = manager.temporaryDirectory.appendingPathComponent("case-\(UUID().uuidString)").path
    let output = place + "/Generated"
    defer { try? manager.removeItem(atPath: place) }
    let own = "\(folder)/templates"
    let result = generate(
      GenerationRequest(
        inputs: [folder], output: output,
        templates: manager.fileExists(atPath: own) ? own : nil))
    let text = Listing().text(result.diagnostics.sorted)
    return Outcome(
      diagnostics: text.replacing(output, with: "Generated").replacing(folder + "/", with: ""),
      files: files(in: output))
  }

  func expected() -> Outcome {
    Outcome(
      diagnostics: self.text("\(folder)/diagnostics.txt") ?? "",
      files: files(in: "\(folder)/expected"))
  }

  func record(_ outcome: Outcome) throws {
    let manager = FileManager.default
    let (listing, files) = ("\(folder)/diagnostics.txt", "\(folder)/expected")
    for old in [listing, files] where manager.fileExists(atPath: old) {
      try manager.removeItem(atPath: old)
    }
    if !outcome.diagnostics.isEmpty { try write(outcome.diagnostics, to: listing) }
    for (path, text) in outcome.files { try write(text, to: "\(files)/\(path)") }
  }

  /// Every file by its path; manifests are the writer's own business.
  private func files(in root: String) -> [String: String] {
    let paths = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    var files: [String: String] = [:]
    for path in paths where !path.hasSuffix(".manifest") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = text("\(root)/\(path)") }
    }
    return files
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
