import Diagnostics
import Foundation
import Review

/// The report with what was agreed to; `nil` when the file that says so is wrong.
func accepted(_ report: Report, _ arguments: Arguments) -> Report? {
  let path = arguments.value("accepted") ?? ".gen-diff.yaml"
  var list = AcceptanceFile()
  if let data = FileManager.default.contents(atPath: path) {
    let read = AcceptanceFile.read(SourceFile(name: path, bytes: [UInt8](data)))
    list = read.file
    say(read.diagnostics)
    if read.diagnostics.hasErrors { return nil }
  } else if arguments.value("accepted") != nil, !arguments.isSet("accept") {
    Terminal.err("gen: '\(path)' cannot be read\n")
    return nil
  }
  guard arguments.isSet("accept") else {
    // Asking for the day loads the calendars, which nobody needs whose list is empty.
    return list.entries.isEmpty ? report : judged(report, by: list, day(of: Date()), arguments)
  }
  let today = day(of: Date())
  list = extended(list, with: report, arguments, today)
  do {
    try Data(list.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
  } catch {
    Terminal.err("gen: '\(path)' cannot be written: \(error.localizedDescription)\n")
    return nil
  }
  return judged(report, by: list, today, arguments)
}

private func judged(
  _ report: Report, by list: AcceptanceFile, _ today: String, _ arguments: Arguments
) -> Report {
  let isWire = category(arguments) == .wire
  let judged = report.accepting(list, today: today, isSwiftKnown: !isWire)
  say(judged.diagnostics)
  return judged.report
}

/// The list with what still fails; an entry whose day is over gives way to a new one.
private func extended(
  _ list: AcceptanceFile, with report: Report, _ arguments: Arguments, _ today: String
) -> AcceptanceFile {
  var list = list
  let open = report.accepting(list, today: today).report.open
  for finding in open.findings where fails(Report([finding]), arguments) {
    list.entries.removeAll { $0.isMeant(finding) }
    list.entries.append(
      Acceptance(
        finding, reason: arguments.value("reason") ?? "", expires: arguments.value("expires")))
  }
  return list
}

private func say(_ diagnostics: DiagnosticList) {
  Terminal.err(Listing(isColored: Terminal.isColored).text(diagnostics.sorted))
}

/// A moment's day as the file writes it, in UTC.
private func day(of date: Date) -> String {
  String(date.formatted(.iso8601).prefix(10))
}
