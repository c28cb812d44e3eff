import Diagnostics

/// Collects what one rule finds, under its id and with its severity.
struct Findings {
  let rule: Rule
  private(set) var list = DiagnosticList()

  init(rule: Rule) { self.rule = rule }

  mutating func add(
    _ message: String, at location: SourceRange, notes: [Diagnostic.Note] = [],
    help: String? = nil, fix: Fix? = nil
  ) {
    list.add(
      Diagnostic(
        rule.severity, rule.id, message, at: location, notes: notes, help: help, fix: fix,
        isViolation: rule.isViolation))
  }
}
