import Foundation

/// The two streams of a command: results on standard output, all else on standard error.
enum Terminal {
  static func out(_ text: String) { write(text, to: .standardOutput) }
  static func err(_ text: String) { write(text, to: .standardError) }

  static let isWatched = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"

  /// By the customs of `NO_COLOR`, else on a terminal only.
  static let isColored = (environment("NO_COLOR") ?? "").isEmpty && isWatched

  /// A text in one of the terminal's colours, where those are wanted.
  static func colored(_ text: String, _ code: Int) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  static func error(_ text: String) { err(colored("error: ", 31) + text + "\n") }

  static func warning(_ text: String) { err(colored("warning: ", 33) + text + "\n") }

  /// A reader that went away, as `head` does, is no failure.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
