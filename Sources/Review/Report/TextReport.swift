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
    let place = finding.place.map { "\($0): " } ?? ""
    var text = "\(colored("\(place)", "1"))\(verdicts(finding)): \(finding.message)"
    text += colored(" [\(finding.rule.id)]", "2") + "\n"
    let was = finding.new == nil ? nil : finding.old.map { ", was \($0)" }
    text += "  at \(finding.pointer)\(was ?? "")\n"
    if let users = finding.users { text += "  in \(users)\n" }
    if let names = finding.names { text += "  in Swift \(names)\n" }
    if let witness = finding.witness {
      let rule = finding.swiftRules.first.map { colored(" [\($0.id)]", "2") } ?? ""
      text += "  no longer compiles: \(witness)\(rule)\n"
    }
    if let reason = finding.acceptance { text += "  accepted: \(reason)\n" }
    if let remedy = finding.remedy { text += "  = help: \(remedy)\n" }
    return text
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
