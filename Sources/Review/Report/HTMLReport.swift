import Diagnostics

/// A report as one page that needs nothing else: no network, and no script to be read.
enum HTMLReport {
  static func text(_ report: Report) -> String {
    var text = HTMLPage.head
    text += "<h1>\(report.summary.xmlEscaped)</h1>\n"
    text += "<p class=\"release\">\(report.open.release.xmlEscaped)</p>\n"
    text += form(report)
    text += "<main>\n" + report.findings.map(article).joined() + "</main>\n"
    return text + HTMLPage.foot
  }

  private static func form(_ report: Report) -> String {
    let found = Set(report.findings.map(\.worst))
    let boxes = Verdict.allCases.filter(found.contains).map { verdict in
      "<label><input type=\"checkbox\" name=\"verdict\" value=\"\(verdict.rawValue)\" checked> "
        + "\(verdict.rawValue)</label>"
    }
    return """
      <form id="filter" hidden>
      <input type="search" id="search" placeholder="search" aria-label="search">
      \(boxes.joined(separator: "\n"))
      <output id="count"></output>
      </form>

      """
  }

  private static func article(_ finding: Finding) -> String {
    let verdict = finding.worst.rawValue
    let head = """
      <article class="\(verdict)" data-verdict="\(verdict)" id="f\(finding.fingerprint)">
      <h2><span class="verdict">\(finding.verdicts)</span> \(finding.message.xmlEscaped)</h2>
      <p><code>\(finding.rule.id.xmlEscaped)</code> <code>\(finding.pointer.xmlEscaped)</code></p>

      """
    return head + details(finding) + sides(finding) + "</article>\n"
  }

  private static func details(_ finding: Finding) -> String {
    var text = ""
    if let reason = finding.acceptance { text += "<p>accepted: \(reason.xmlEscaped)</p>\n" }
    if !finding.operations.isEmpty {
      let items = finding.operations.map { "<li>\($0.xmlEscaped)</li>" }.joined()
      let title =
        finding.operations.count == 1 ? "1 operation" : "\(finding.operations.count) operations"
      text += "<details><summary>\(title)</summary><ul>\(items)</ul></details>\n"
    }
    if !finding.symbols.isEmpty {
      let names = finding.symbols.map { "<code>\($0.xmlEscaped)</code>" }.joined(separator: ", ")
      text += "<p>in Swift: \(names)</p>\n"
    }
    if let witness = finding.witness {
      text += "<p>no longer compiles: <code>\(witness.xmlEscaped)</code></p>\n"
    }
    if let remedy = finding.remedy { text += "<p>help: \(remedy.xmlEscaped)</p>\n" }
    return text
  }

  private static func sides(_ finding: Finding) -> String {
    let new = finding.new.map { excerpt($0, "new", isChange: true) }
    let near = finding.nearest.map { excerpt($0, "new", isChange: false) }
    return """
      <div class="sides">
      \(finding.old.map { excerpt($0, "old", isChange: true) } ?? nothing("old"))
      \(new ?? near ?? nothing("new"))
      </div>

      """
  }

  private static func nothing(_ side: String) -> String {
    "<div class=\"\(side)\"><h3>\(side)</h3><p>nothing</p></div>"
  }

  /// The lines around a place, with their numbers; the place itself stands out when it changed.
  private static func excerpt(_ range: SourceRange, _ side: String, isChange: Bool) -> String {
    let first = max(1, range.start.line - 3)
    var rows = ""
    for number in first...(range.start.line + 5) {
      guard let line = range.file.line(number) else { break }
      let mark = isChange && number == range.start.line ? " class=\"changed\"" : ""
      let shown = line.count > 400 ? "\(excerpt(line, around: range, number))" : line
      rows += "<tr\(mark)><td>\(number)</td><td>\(shown.xmlEscaped)</td></tr>"
    }
    return "<div class=\"\(side)\"><h3>\(side): \("\(range)".xmlEscaped)</h3>"
      + "<table>\(rows)</table></div>"
  }

  /// A piece of a line that holds a whole file, as a machine writes them.
  private static func excerpt(_ line: String, around range: SourceRange, _ number: Int) -> String {
    let start = number == range.start.line ? max(0, range.start.column - 80) : 0
    return "\(start > 0 ? "…" : "")\(line.dropFirst(start).prefix(400))…"
  }
}
