import Diagnostics
import Foundation
import Generation

/// One side of a comparison, and where it is read from.
struct Operand: Sendable {
  /// A path, also one in a revision, or `-`.
  var path: String
  /// Where it stands in git; `nil` for the disk.
  var revision: Revision?

  /// Both sides: what is a file is that file, else `REF:path` and `REF path` ask git.
  static func pair(
    _ old: String, _ new: String, in folder: String = ""
  ) throws(GitError) -> (old: Operand, new: Operand) {
    if [old, new].allSatisfy({ !isThere($0) && !$0.contains(":") }) {
      return try revisions(old, new, in: folder)
    }
    if !isThere(old), !old.contains(":"), isThere(new), new != "-" {
      do {
        return (try same(as: new, in: old), Operand(path: new))
      } catch {
        throw GitError(message: "there is no file or folder '\(old)', and \(error.message)")
      }
    }
    return (try Operand(old), try Operand(new))
  }

  /// What asks for it: references stay in the revision, as the folder that they may not leave.
  func request(_ arguments: Arguments) throws(GitError) -> GenerationRequest {
    var request = gen.request(arguments, inputs: [path])
    if let revision {
      request.tree = revision.tree
      if let root = request.root { request.root = try revision.path(root, isRelative: true) }
    }
    return request
  }

  /// Two revisions: the descriptions that either has where they are usually kept.
  private static func revisions(
    _ old: String, _ new: String, in folder: String
  ) throws(GitError) -> (old: Operand, new: Operand) {
    do {
      let (left, right) = (try Revision(old, folder: folder), try Revision(new, folder: folder))
      let place = left.hasFolder("specs") || right.hasFolder("specs") ? "specs" : "."
      return (
        Operand(path: try left.path(place, isRelative: true), revision: left),
        Operand(path: try right.path(place, isRelative: true), revision: right)
      )
    } catch {
      throw GitError(
        message: "there is no file or folder '\(old)' or '\(new)', and \(error.message)\n"
          + "  give two paths, a revision and a path, or two revisions of a repository that keeps "
          + "its descriptions in specs/"
      )
    }
  }

  private init(path: String, revision: Revision? = nil) {
    self.path = path
    self.revision = revision
  }

  private init(_ text: String) throws(GitError) {
    let full = text.hasPrefix("git:") ? String(text.dropFirst(4)) : text
    let parts = full.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard !Self.isThere(text), parts.count == 2, !parts[0].isEmpty else {
      guard Self.isThere(text) else {
        throw GitError(message: "there is no file or folder '\(text)'")
      }
      self.init(path: text)
      return
    }
    let revision = try Revision(String(parts[0]))
    self.init(
      path: try revision.path(String(parts[1]), isRelative: false), revision: revision)
  }

  /// What stood at a path of the disk in a revision.
  private static func same(as path: String, in name: String) throws(GitError) -> Operand {
    let url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let folder = isFolder.boolValue ? url.path : url.deletingLastPathComponent().path
    let revision = try Revision(name, folder: folder)
    let inside = isFolder.boolValue ? "." : url.lastPathComponent
    return Operand(path: try revision.path(inside, isRelative: true), revision: revision)
  }

  private static func isThere(_ path: String) -> Bool {
    path == "-" || FileManager.default.fileExists(atPath: path)
  }
}
