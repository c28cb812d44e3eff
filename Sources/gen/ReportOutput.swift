import Foundation
import Review

/// A file that a report goes to, as typed: `markdown=diff.md`.
struct ReportOutput: Equatable {
  var format: ReportFormat
  var path: String

  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else { return nil }
    self.format = format
    path = parts[1]
  }
}

/// Writes a report wherever it was asked for; `false` when a file cannot be written.
func write(_ report: Report, _ arguments: Arguments) -> Bool {
  var isWritten = true
  for output in arguments.all("output").compactMap(ReportOutput.init) {
    let text = output.format.render(report)
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: output.path), options: .atomic)
    } catch {
      Terminal.err("gen: '\(output.path)' cannot be written: \(error.localizedDescription)\n")
      isWritten = false
    }
  }
  let format = arguments.value("format").flatMap(ReportFormat.init) ?? .text
  Terminal.out(format.render(report, isColored: Terminal.isResultColored))
  return isWritten
}
