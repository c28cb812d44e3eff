import Foundation

/// The two streams of a command: results on standard output, all else on standard error.
enum Terminal {
  static func out(_ text: String) { write(text, to: FileHandle.standardOutput) }
  static func err(_ text: String) { write(text, to: FileHandle.standardError) }

  /// Whether a person watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  /// Whether text on standard error may hold colours.
  static var isColored: Bool { isColored(STDERR_FILENO) }

  /// Whether results may: standard output often goes elsewhere while a person watches the rest.
  static var isResultColored: Bool { isColored(STDOUT_FILENO) }

  /// By the customs of `NO_COLOR` and `CLICOLOR_FORCE`, else on a terminal only.
  private static func isColored(_ stream: Int32) -> Bool {
    if let no = environment("NO_COLOR"), !no.isEmpty { return false }
    if let force = environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
    return isatty(stream) == 1 && environment("TERM") != "dumb"
  }

  /// Replaces the line that a person watches; nothing when nobody does.
  static func progress(_ text: String) {
    if isWatched { err("\r\u{1B}[K\(text)") }
  }

  /// A reader that went away, as `head` does, is no failure of gen's.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
