import Foundation

/// Why git did not answer.
struct GitError: Error, Equatable {
  var message: String
}

/// Asks the git of this machine; never through a shell.
struct Git: Sendable {
  /// The folder to ask about; empty for the current one.
  var folder = ""

  /// What git prints for some words.
  func output(_ words: [String]) throws(GitError) -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + (folder.isEmpty ? [] : ["-C", folder]) + words
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw GitError(message: "git cannot be run: \(error.localizedDescription)")
    }
    // Its complaints are few; they fit into the pipe until they are asked for.
    let data = (try? out.fileHandleForReading.readToEnd()) ?? Data()
    let complaint = (try? err.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let text = String(decoding: complaint, as: UTF8.self)
      throw GitError(message: text.split(separator: "\n").first.map(String.init) ?? "git failed")
    }
    return data
  }

  /// The one line that git prints.
  func line(_ words: [String]) throws(GitError) -> String {
    var text = String(decoding: try output(words), as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
