import Diagnostics

/// Writes a report for people: each fact with its places and those who feel it.
public struct TextReport: Sendable {
  /// Whether the text may hold colours, for a terminal.
  public var isColored: Bool

  /// Makes a writer.
  public init(isColored: Bool = false) { self.isColored = isColored }

  /// The text, with a line break at the end of each line.
  public func text(_ report: Report) -> String {
    let head = report.findings.isEmpty ? "" : report.head + "\n"
    return head + report.findings.map(text).joined() + report.summary + "\n"
  }

  func text(_ finding: Finding) -> String {
    let place = finding.place.map { "\($0): ".printable } ?? ""
    let head =
      "\(colored(place, "1"))\(verdicts(finding)): \(finding.message.printable)"
      + colored(" [\(finding.rule.id)]", "2")
    return ([head] + details(finding).map { "  " + $0 }).map { $0 + "\n" }.joined()
  }

  private func details(_ finding: Finding) -> [String] {
    let was = finding.new == nil ? nil : finding.old.map { ", was \($0)" }
    var lines = ["at \(finding.pointer)\(was ?? "")".printable]
    if let users = finding.users { lines.append("in \(users)".printable) }
    if let names = finding.names { lines.append("in Swift \(names)".printable) }
    if let witness = finding.witness {
      let rule = finding.swiftRules.first.map { colored(" [\($0.id)]", "2") } ?? ""
      lines.append("no longer compiles: \(witness)".printable + rule)
    }
    if let reason = finding.acceptance { lines.append("accepted: \(reason)".printable) }
    if let remedy = finding.remedy { lines.append("= help: \(remedy)".printable) }
    return lines
  }

  private func verdicts(_ finding: Finding) -> String {
    switch finding.worst {
    case .breaking: colored(finding.verdicts, "1;31")
    case .risky: colored(finding.verdicts, "1;33")
    case .compatible: colored(finding.verdicts, "1;32")
    case .docs, .none: colored(finding.verdicts, "1;36")
    }
  }

  private func colored(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
