import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is not complete yet, beside a note of which file on the server it is a part of.
struct PartialFile: Sendable {
  /// What tells one version of a file on a server from another.
  struct Origin: Codable, Hashable, Sendable {
    /// An entity tag or a date, as the server gave it.
    var validator: String
    var total: Int64?
  }

  private let target: URL
  private let part: URL
  private let note: URL
  let handle: FileHandle

  /// Opens the partial file of a target, or begins it; nobody else may write it meanwhile.
  init(of target: URL) throws {
    self.target = target
    part = target.appendingPathExtension("part")
    note = target.appendingPathExtension("part.json")
    var opened: FileHandle
    repeat {
      let descriptor = open(part.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw Problem.system(errno) }
      opened = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Problem.busy }
      // Whoever had it until now may have put it into its place, where it must not be written.
    } while !Self.isOpen(part, as: opened.fileDescriptor)
    handle = opened
  }

  /// Whether a path still names the file that was opened by it.
  static func isOpen(_ path: URL, as descriptor: Int32) -> Bool {
    var named = stat()
    var opened = stat()
    return stat(path.path, &named) == 0 && fstat(descriptor, &opened) == 0
      && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
  }

  /// What the bytes that are there are a part of; `nil` when that is not known.
  var origin: Origin? {
    guard let data = try? Data(contentsOf: note) else { return nil }
    return try? JSONDecoder().decode(Origin.self, from: data)
  }

  /// How many bytes are there.
  func length() throws -> Int64 { Int64(try handle.seekToEnd()) }

  /// Drops what is there, and notes what comes now.
  func restart(_ origin: Origin?) throws {
    try handle.truncate(atOffset: 0)
    try handle.seek(toOffset: 0)
    if let origin {
      try JSONEncoder().encode(origin).write(to: note, options: .atomic)
    } else {
      try? FileManager.default.removeItem(at: note)
    }
  }

  /// Puts the complete file into its place, in one step.
  func finish() throws {
    try handle.synchronize()
    guard rename(part.path, target.path) == 0 else { throw Problem.system(errno) }
    try? FileManager.default.removeItem(at: note)
  }

  /// Leaves nothing behind when nothing came.
  func dropEmpty() {
    guard (try? length()) == 0, Self.isOpen(part, as: handle.fileDescriptor) else { return }
    unlink(part.path)
    try? FileManager.default.removeItem(at: note)
  }

  enum Problem: LocalizedError {
    case busy
    case system(Int32)

    var errorDescription: String? {
      switch self {
      case .busy: "another download writes the same file"
      case .system(let code): String(cString: strerror(code))
      }
    }
  }
}
