import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock on one place of an open file, which ends with the process that holds it.
///
/// It belongs to the open file, not to the process, so that two journals in one process keep each
/// other out as well.
struct FileLock {
  let descriptor: Int32
  let place: Int64

  #if canImport(Darwin)
    private static let set: Int32 = 90
    private static let wait: Int32 = 91
  #else
    private static let set: Int32 = 37
    private static let wait: Int32 = 38
  #endif

  /// Waits for the lock.
  func lock() throws {
    while apply(Self.wait, Int32(F_WRLCK)) != 0 {
      guard errno == EINTR else { throw JournalError.system(errno, "lock") }
    }
  }

  /// Takes the lock when it is free.
  func tryLock() throws -> Bool {
    if apply(Self.set, Int32(F_WRLCK)) == 0 { return true }
    guard errno == EAGAIN || errno == EACCES else { throw JournalError.system(errno, "lock") }
    return false
  }

  func unlock() { _ = apply(Self.set, Int32(F_UNLCK)) }

  private func apply(_ command: Int32, _ type: Int32) -> Int32 {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(place)
    lock.l_len = 1
    return fcntl(descriptor, command, &lock)
  }
}
