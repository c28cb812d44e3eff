import Diagnostics

/// The ways to write a report down, by the names that a command line uses.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// A comment on a pull request.
  case markdown
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Workflow commands that GitHub shows beside the lines of a pull request.
  case github
  /// Test results, for build servers.
  case junit
  /// One page with the old and the new text side by side.
  case html

  /// The whole report in this format.
  public func render(_ report: Report, isColored: Bool = false) -> String {
    switch self {
    case .text: TextReport(isColored: isColored).text(report)
    case .json: report.json.text
    case .markdown: MarkdownReport.text(report)
    case .sarif: SARIFReport.text(report)
    case .github: AnnotationReport.text(report)
    case .junit: JUnitReport.text(report)
    case .html: HTMLReport.text(report)
    }
  }
}
