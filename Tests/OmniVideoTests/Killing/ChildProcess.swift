import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's `kill`, which a method of the same name would hide.
private func send(_ signal: Int32, to process: pid_t) { _ = kill(process, signal) }

/// A process of the program beside the tests.
struct ChildProcess {
  private var id: pid_t = 0

  /// Starts a program that was built with the tests.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let path = Self.folder.appending(path: program).path
    var all = ProcessInfo.processInfo.environment
    all.merge(environment) { $1 }
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let settings = all.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    let code = posix_spawn(&id, path, nil, nil, words, settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
  }

  private static var folder: URL {
    let program = URL(fileURLWithPath: CommandLine.arguments[0])
    #if canImport(Darwin)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      return (bundle?.bundleURL ?? program).deletingLastPathComponent()
    #else
      return program.deletingLastPathComponent()
    #endif
  }

  /// Kills it after some time, unless it is over by then.
  func kill(afterMicroseconds time: UInt32) {
    usleep(time)
    send(SIGKILL, to: id)
  }

  /// Waits for its end; the exit code, or the number of the signal that killed it as a negative one.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? status >> 8 & 0xff : -signal
  }
}
