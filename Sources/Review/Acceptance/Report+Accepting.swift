import Diagnostics

extension Report {
  /// The report with its accepted findings marked, and what is wrong with the entries: those that
  /// accept nothing any more, and those whose day is over, which count again. Where nobody looked at
  /// Swift, nothing is known of entries that are about it.
  public func accepting(
    _ file: AcceptanceFile, today: String, isSwiftKnown: Bool = true
  ) -> (report: Report, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    let rules = Dictionary(
      findings.map { ($0.fingerprint, $0.rule.id) }, uniquingKeysWith: { first, _ in first })
    var reasons: [String: String] = [:]
    for entry in file.entries {
      guard let rule = rules[entry.fingerprint] else {
        if !isSwiftKnown, entry.rule.hasPrefix("swift.") { continue }
        diagnostics.warning(
          "stale-acceptance", "'\(entry.rule)' at \(entry.pointer) is accepted, but not found",
          at: entry.place, help: "remove the entry")
        continue
      }
      guard rule == entry.rule else {
        diagnostics.warning(
          "unknown-acceptance", "this fingerprint is of '\(rule)', not of '\(entry.rule)'",
          at: entry.place, help: "write the rule and the fingerprint of one finding")
        continue
      }
      if let day = entry.expires, day < today {
        diagnostics.warning(
          "expired-acceptance", "'\(entry.rule)' at \(entry.pointer) was accepted until \(day)",
          at: entry.place, help: "mend it, or agree to another day")
        continue
      }
      reasons[entry.fingerprint] = entry.reason
    }
    let marked = findings.map { finding in
      var finding = finding
      finding.acceptance = reasons[finding.fingerprint]
      return finding
    }
    return (Report(marked), diagnostics)
  }
}
