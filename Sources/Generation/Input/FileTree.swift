import Diagnostics

/// Where descriptions are read from: the disk, or a revision that git keeps.
public struct FileTree: Sendable {
  /// The text of a file; `nil` for a folder and for what cannot be read.
  public var read: @Sendable (_ path: String) -> SourceFile?
  /// The names in a folder, in order.
  public var names: @Sendable (_ folder: String) -> [String]
  /// Whether a path is a folder.
  public var isFolder: @Sendable (_ path: String) -> Bool
  /// Whether a path really lies in a folder, links followed.
  public var contains: @Sendable (_ folder: String, _ path: String) -> Bool
  /// Where on the disk a path would be, which names are taken from.
  public var place: @Sendable (_ path: String) -> String

  /// Makes a tree out of functions; what is kept elsewhere than on a disk has no links to follow.
  public init(
    read: @escaping @Sendable (_ path: String) -> SourceFile?,
    names: @escaping @Sendable (_ folder: String) -> [String],
    isFolder: @escaping @Sendable (_ path: String) -> Bool,
    contains: @escaping @Sendable (_ folder: String, _ path: String) -> Bool = { _, _ in true },
    place: @escaping @Sendable (_ path: String) -> String = { $0 }
  ) {
    self.read = read
    self.names = names
    self.isFolder = isFolder
    self.contains = contains
    self.place = place
  }

  /// The files of this machine.
  public static let disk = FileTree(
    read: Files.read, names: Files.names, isFolder: Files.isFolder,
    contains: { folder, path in
      let folder = Files.absolute(folder)
      return Files.absolute(path).hasPrefix(folder == "/" ? "/" : folder + "/")
    })

  func exists(_ path: String) -> Bool { isFolder(path) || read(path) != nil }
}
