import Diagnostics
import Foundation
import Generation

/// A commit to read descriptions from, under paths such as `main:specs/x.yaml`.
struct Revision: Sendable {
  /// As a person typed it.
  var name: String
  private var commit: String
  private var git: Git
  /// The folder that was asked from, as paths of the repository begin; empty at its top.
  private var prefix: String

  init(_ name: String, folder: String = "") throws(GitError) {
    self.name = name
    git = Git(folder: folder)
    do {
      prefix = try git.line(["rev-parse", "--show-prefix"])
    } catch {
      throw GitError(message: "'\(name)' names a revision, but this is no git repository")
    }
    do {
      commit = try git.line([
        "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}",
      ])
    } catch {
      throw GitError(message: "git knows no revision '\(name)'")
    }
  }

  /// The name that a path has in reports: `./` counts from the folder that was asked from.
  func path(_ text: String, isRelative: Bool) throws(GitError) -> String {
    let isHere = isRelative || text.hasPrefix("./") || text.hasPrefix("../")
    var parts = isHere ? prefix.split(separator: "/").map(String.init) : []
    for part in text.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        throw GitError(message: "'\(text)' leads out of the repository")
      }
    }
    let inside = parts.joined(separator: "/")
    guard kind(inside) != nil else {
      throw GitError(message: "there is no '\(inside)' in '\(name)'")
    }
    if inside.isEmpty { return "\(name):." }
    // Without a folder, a slash in the revision's name would look like one.
    return parts.count < 2 && kind(inside) == "blob" ? "\(name):./\(inside)" : "\(name):\(inside)"
  }

  /// The files of the commit by the names that `path` gives.
  var tree: FileTree {
    FileTree(
      read: { path in
        let object = "\(commit):\(inside(path))"
        guard let data = try? git.output(["cat-file", "blob", object]) else { return nil }
        return SourceFile(name: path, bytes: [UInt8](data))
      },
      names: { folder in
        let words = ["ls-tree", "--full-tree", "-z", "--name-only", "\(commit):\(inside(folder))"]
        let text = (try? git.output(words)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\0").map(String.init).sorted()
      },
      isFolder: { kind(inside($0)) == "tree" },
      place: { "\(top)/\(inside($0))" })
  }

  /// The folder on the disk that paths of the repository count from.
  private var top: String {
    let folder = URL(fileURLWithPath: git.folder.isEmpty ? "." : git.folder).path + "/"
    let isBelow = !prefix.isEmpty && folder.hasSuffix("/" + prefix)
    return String(folder.dropLast(isBelow ? prefix.count + 1 : 1))
  }

  /// Whether it has a folder of this name below the one that was asked from.
  func hasFolder(_ name: String) -> Bool { kind(prefix + name) == "tree" }

  private func inside(_ path: String) -> String {
    let text = path.hasPrefix(name + ":") ? String(path.dropFirst(name.count + 1)) : path
    return text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private func kind(_ inside: String) -> String? {
    try? git.line(["cat-file", "-t", "\(commit):\(inside)"])
  }
}
