/// The ways to write diagnostics down, by the names that a command line uses.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// Workflow commands that GitHub shows beside the lines of a pull request.
  case github
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// A table for a comment on a pull request.
  case markdown
  /// Test results, for build servers.
  case junit

  /// All diagnostics in this format, in the order given.
  public func render(_ diagnostics: [Diagnostic], isColored: Bool = false) -> String {
    switch self {
    case .text: Listing(isColored: isColored).text(diagnostics)
    case .json: JSONReport.text(diagnostics)
    case .github: Annotations.text(diagnostics)
    case .sarif: SARIFReport.text(diagnostics)
    case .markdown: MarkdownReport.text(diagnostics)
    case .junit: JUnitReport.text(diagnostics)
    }
  }
}

/// How many findings there are: `3 errors, 1 warning`; `nil` when there are none.
public func summary(of diagnostics: [Diagnostic]) -> String? {
  let parts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
    let count = diagnostics.count { $0.severity == severity }
    guard count > 0 else { return nil }
    return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
  }
  return parts.isEmpty ? nil : parts.joined(separator: ", ")
}
