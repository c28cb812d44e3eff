import Diagnostics
import Foundation

extension OutputFolder {
  /// Makes changes on disk: each file is whole at any moment, old or new.
  public func apply(_ changes: [FileChange]) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    if !changes.isEmpty, Files.exists(path), !Files.isFolder(path) {
      diagnostics.error(
        "output-failed", "'\(path)' is a file; the output goes into a folder", at: nil,
        help: "choose another --output")
      return diagnostics
    }
    var folder = ""
    for change in changes {
      do {
        switch change.kind {
        case .created, .updated: try write(change, after: &folder)
        case .removed: try remove(change.path)
        }
      } catch {
        diagnostics.error(
          "output-failed",
          "'\(change.path)' could not be \(change.kind.rawValue): \(reason(error))",
          at: nil, help: "see to the permissions and the space of the output folder")
        // What stops one file mostly stops all; the next run goes on from here.
        return diagnostics
      }
    }
    return diagnostics
  }

  /// Writes a file; what went before it mostly lies in the same folder, which is there then.
  private func write(_ change: FileChange, after known: inout String) throws {
    let folder = Files.folder(of: change.path)
    if folder != known {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      known = folder
    }
    try Files.write(change.bytes, to: change.path)
  }

  /// Removes a file, and the folders that it leaves empty, up to the output folder.
  private func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: file)
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    let top = URL(fileURLWithPath: path).path
    while folder.hasPrefix(top + "/"),
      (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true
    {
      try FileManager.default.removeItem(atPath: folder)
      folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    }
  }

  private func reason(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return cause?.localizedDescription ?? error.localizedDescription
  }
}
