import Foundation

/// Whole files by the system's own calls: Foundation copies each twice on the way in, and waits for
/// the disk on the way out.
extension Files {
  /// The bytes of a file; `nil` for a folder and for what cannot be read.
  static func bytes(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    var bytes: [UInt8] = []
    // One more than the size, so that the end is met at once.
    var room = Int(status.st_size) + 1
    while true {
      guard let part = nextPart(of: file, room) else { return nil }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = max(room - part.count, 1 << 12)
    }
  }

  /// What stands at a path.
  enum Kind { case missing, link, other }

  /// What stands at a path itself, wherever it may lead.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .missing : .other
    }
    return status.st_mode & S_IFMT == S_IFLNK ? .link : .other
  }

  /// Writes beside a file and then takes its place, which no reader can see half done.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = join(folder(of: path), ".\(name(of: path)).\(getpid())")
    do {
      try create(temporary, bytes)
      guard rename(temporary, path) == 0 else { throw failure() }
    } catch {
      unlink(temporary)
      throw error
    }
  }
}

private func nextPart(of file: Int32, _ room: Int) -> [UInt8]? {
  var isFine = true
  let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    var found = -1
    repeat { found = read(file, buffer.baseAddress, room) } while found < 0 && errno == EINTR
    isFine = found >= 0
    count = max(found, 0)
  }
  return isFine ? part : nil
}

private func create(_ path: String, _ bytes: [UInt8]) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard file >= 0 else { throw failure() }
  defer { close(file) }
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard written > 0 || errno == EINTR else { throw failure() }
    rest = rest.dropFirst(max(written, 0))
  }
}

private func failure() -> any Error {
  let cause = NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
  return CocoaError(.fileWriteUnknown, userInfo: [NSUnderlyingErrorKey: cause])
}
