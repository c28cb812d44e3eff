#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A socket whose number stays taken until nobody can use it any more.
///
/// Closing frees the number at once, and the next socket of the process gets it: a thread that
/// still answers would then write to a stranger's connection, and a second stop would end it.
final class Descriptor: Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if number >= 0 { close(number) } }

  /// Ends the connection behind the number, which leads nowhere from now on.
  func release() {
    guard number >= 0, Self.nowhere >= 0 else { return }
    _ = dup2(Self.nowhere, number)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  private static let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
}
