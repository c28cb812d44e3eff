import Diagnostics

/// A report as Markdown, fit for a comment on a pull request: what breaks is seen at once, the rest
/// when asked for.
enum MarkdownReport {
  /// How many characters a comment on GitHub may have.
  static let limit = 65_536
  /// By this a script finds its own comment again, to update it.
  static let marker = "<!-- gen diff -->"
  /// Room for what closes the text.
  private static let reserve = 200
  /// More than this of one value is for the file, not for a table.
  private static let cellLimit = 1_000

  static func text(_ report: Report) -> String {
    var text = "\(marker)\n**\(report.summary)**"
    text += report.findings.isEmpty ? "\n" : ": \(report.open.release)\n"
    let breaking = report.findings.filter { $0.worst == .breaking && $0.acceptance == nil }
    let rest = report.findings.filter { $0.worst != .breaking || $0.acceptance != nil }
    var left = 0
    if !breaking.isEmpty { left += table(breaking, into: &text) }
    if !rest.isEmpty {
      text += "\n<details><summary>\(Report.summary(rest))</summary>\n"
      left += table(rest, into: &text)
      text += "\n</details>\n"
    }
    return left == 0 ? text : text + "\n\(left) more, which have no room here.\n"
  }

  /// Adds the rows that there is room for and says how many there was none for.
  private static func table(_ findings: [Finding], into text: inout String) -> Int {
    text += "\n| verdict | change | place | rule |\n|---|---|---|---|\n"
    var size = text.utf16.count
    for (index, finding) in findings.enumerated() {
      let row = row(finding)
      size += row.utf16.count
      if size > limit - reserve { return findings.count - index }
      text += row
    }
    return 0
  }

  private static func row(_ finding: Finding) -> String {
    let lines = finding.lines.map { String($0.prefix(cellLimit)).markdownCell }
    let was = finding.new == nil ? nil : finding.old.map { "<br>was \(code("\($0)"))" }
    return
      "| \(finding.verdicts) | \(lines.joined(separator: "<br>")) "
      + "| \(finding.place.map { code("\($0)") } ?? "")\(was ?? "") | \(code(finding.rule.id)) |\n"
  }

  /// Text in a code span, where only what ends the span or the cell is special.
  private static func code(_ text: String) -> String {
    "`" + text.printable.replacing("`", with: "'").replacing("|", with: "\\|") + "`"
  }
}
