import Diagnostics

/// A report as workflow commands of GitHub Actions, which shows ten errors and ten warnings a step.
enum AnnotationReport {
  static let limit = 10

  static func text(_ report: Report) -> String {
    let open = report.open.findings
    var text = ""
    for (verdict, command) in [(Verdict.breaking, "error"), (.risky, "warning")] {
      let found = open.filter { $0.worst == verdict }
      // The last one says how many there was no room for.
      let shown = found.count > limit ? limit - 1 : found.count
      text += found.prefix(shown).map { line($0, command) }.joined()
      if found.count > shown {
        let rest = "\(found.count - shown) more \(verdict.rawValue) changes"
        text += "::\(command) title=gen diff::\(rest.commandMessage)\n"
      }
    }
    return text + "::notice title=gen diff::\(report.summary.commandMessage)\n"
  }

  /// What is gone is shown at the nearest line that is left: annotations need a line of the new file.
  private static func line(_ finding: Finding, _ command: String) -> String {
    var properties: [String] = []
    if let place = finding.surviving {
      properties = [
        "file=\(place.file.name.commandProperty)", "line=\(place.start.line)",
        "col=\(place.start.column)",
      ]
    }
    properties.append("title=\(finding.rule.id.commandProperty)")
    var lines = finding.lines
    if let old = finding.old { lines.append("was \(old)") }
    let message = lines.map(\.printable).joined(separator: "\n").commandMessage
    return "::\(command) \(properties.joined(separator: ","))::\(message)\n"
  }
}
