import ClientRuntime
import Foundation
import Synchronization

/// The command as a person starts it: a process of its own.
final class Program: Sendable {
  struct Ending: Sendable {
    var code: Int32
    var out: String
    var err: String

    /// Every line of standard output as JSON.
    var lines: [JSONValue] {
      out.split(separator: "\n").map { (try? JSONValue(parsing: Data($0.utf8))) ?? .null }
    }
  }

  private let process: Process
  private let out = Pipe()
  private let err = Pipe()
  private let text = Mutex("")

  /// Starts the command; nothing of this process's environment that concerns it is passed on.
  init(
    _ words: [String], keys: [String: String] = Program.keys, input: String? = nil,
    errors: FileHandle? = nil
  ) throws {
    process = Process()
    process.executableURL = Self.executable
    process.arguments = words
    let inherited = ProcessInfo.processInfo.environment.filter { $0.key == "PATH" }
    process.environment = inherited.merging(keys) { $1 }
    process.standardOutput = out
    process.standardError = errors ?? err
    // Nobody writes to a pipe that another place stands in for, and a reader sees its end.
    if errors != nil { try err.fileHandleForWriting.close() }
    process.standardInput = FileHandle.nullDevice
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      try process.run()
    }
  }

  deinit { kill(process.processIdentifier, SIGKILL) }

  static let keys = [
    "KLING_API_KEY": "test-kling", "CHAINHUB_API_KEY": "test-chainhub",
    "OMNIROUTERS_API_KEY": "test-omnirouters", "ORCAROUTER_API_KEY": "test-orcarouter",
    "NEWAPI_API_KEY": "test-newapi",
  ]

  /// The command lies beside the tests.
  private static var executable: URL {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "omnivideo")
  }

  /// The next line of standard output; `nil` at its end.
  func line() -> String? {
    while true {
      let line = text.withLock { text in
        text.firstIndex(of: "\n").map { end in
          defer { text = String(text[text.index(after: end)...]) }
          return String(text[..<end])
        }
      }
      if let line { return line }
      let data = out.fileHandleForReading.availableData
      if data.isEmpty { return nil }
      text.withLock { $0 += String(decoding: data, as: UTF8.self) }
    }
  }

  /// What Ctrl-C does.
  func interrupt() { kill(process.processIdentifier, SIGINT) }

  func waitForEnd() async -> Ending {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { [self] in
        let errors = Mutex(Data())
        let isRead = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [err] in
          let data = (try? err.fileHandleForReading.readToEnd()) ?? Data()
          errors.withLock { $0 = data }
          isRead.signal()
        }
        var lines = ""
        while let line = line() { lines += line + "\n" }
        isRead.wait()
        process.waitUntilExit()
        let rest = text.withLock { $0 }
        continuation.resume(
          returning: Ending(
            code: process.terminationStatus, out: lines + rest,
            err: String(decoding: errors.withLock { $0 }, as: UTF8.self)))
      }
    }
  }

  /// Starts the command and waits for its end.
  static func run(
    _ words: [String], keys: [String: String] = Program.keys, input: String? = nil
  ) async throws -> Ending {
    try await Program(words, keys: keys, input: input).waitForEnd()
  }
}
