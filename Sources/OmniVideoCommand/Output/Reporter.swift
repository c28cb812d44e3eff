import ClientRuntime
import Foundation
import OmniVideo

/// Tells of a task's way: JSON lines for a program, a bar for a person, plain lines for a log.
struct Reporter: Sendable {
  var isJSON: Bool
  var isQuiet: Bool
  private var last = ""

  init(_ arguments: Arguments) {
    (isJSON, isQuiet) = (arguments.isSet("json"), arguments.isSet("quiet"))
  }

  private var hasBar: Bool { !isJSON && !isQuiet && Terminal.isWatched }

  /// Tells how far a task is, each state once.
  mutating func tell(_ update: VideoUpdate) {
    if isJSON { return line(TaskLine(update).json) }
    let percent = update.progress.map { " \(Int(($0 * 100).rounded()))%" } ?? ""
    let text = "\(update.status)\(percent)"
    if hasBar { return Terminal.err("\r\u{1B}[K\(Self.shown(update, text))") }
    guard !isQuiet, text != last else { return }
    last = text
    Terminal.err("\(update.handle.taskID) \(text)\n")
  }

  /// Tells how much of a file is there.
  func tell(_ download: DownloadProgress) {
    guard hasBar else { return }
    Terminal.err("\r\u{1B}[K\(Self.bar(download.fraction)) downloading \(download.bytes) bytes")
  }

  /// Ends the line with the bar, so that other text may follow.
  func finish() { if hasBar { Terminal.err("\r\u{1B}[K") } }

  /// Prints one JSON value as a line.
  func line(_ value: JSONValue) { Terminal.out(value.text + "\n") }

  /// A bar, or how long it takes already where the vendor tells no progress.
  private static func shown(_ update: VideoUpdate, _ text: String) -> String {
    if let progress = update.progress { return "\(bar(progress)) \(text)" }
    let seconds = Int(max(0, Date.now.timeIntervalSince(update.handle.created)))
    return "\(Terminal.colored(text, 36)) for \(seconds) s"
  }

  private static func bar(_ fraction: Double?) -> String {
    let width = 24
    let filled = Int(min(max(fraction ?? 0, 0), 1) * Double(width))
    let text = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    return Terminal.colored(text, 36)
  }
}

extension JSONValue {
  /// The value on one line, its keys in order.
  var text: String { written([]) }

  /// The value on several lines, for people.
  var prettyText: String { written([.prettyPrinted]) }

  private func written(_ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder.api
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}
