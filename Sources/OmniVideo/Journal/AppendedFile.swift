import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that only ever grows.
final class AppendedFile: Sendable {
  let path: String
  let descriptor: Int32

  /// Opens the file, or begins it so that its name is safe on the disk as well.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalError.system(errno, path) }
    let above = (path as NSString).deletingLastPathComponent
    let folder = open(above.isEmpty ? "." : above, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  deinit { close(descriptor) }

  /// How many bytes there are.
  var length: Int64 { Int64(lseek(descriptor, 0, Int32(SEEK_END))) }

  /// Everything from a position on.
  func bytes(from position: Int64) throws -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, off_t(position) + off_t(data.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw JournalError.system(errno, path) }
      if count == 0 { return data }
      data.append(contentsOf: buffer[..<count])
    }
  }

  /// Adds bytes; they are safe on the disk once this returns.
  func append(_ data: Data) throws {
    var sent = 0
    while sent < data.count {
      let count = data.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw JournalError.system(errno, path) }
      sent += count
    }
    try keep()
  }

  /// Waits until the bytes are on the disk.
  private func keep() throws {
    #if canImport(Darwin)
      // There the plain call only hands the bytes to the disk, which may keep them in its memory;
      // some file systems have nothing better.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    guard fsync(descriptor) == 0 else { throw JournalError.system(errno, path) }
  }
}
