import Diagnostics

extension Report {
  /// The report with its accepted findings marked, and what is wrong with the entries: those that
  /// accept nothing any more, and those whose day is over, which count again. Where nobody looked at
  /// Swift, nothing is known of entries that are about it.
  public func accepting(
    _ file: AcceptanceFile, today: String, isSwiftKnown: Bool = true
  ) -> (report: Report, diagnostics: DiagnosticList) {
    var diagnostics = DiagnosticList()
    let indices = Dictionary(grouping: findings.indices) { findings[$0].fingerprint }
    var marked = findings
    for index in marked.indices { marked[index].acceptance = nil }
    for entry in file.entries {
      let meant = (indices[entry.fingerprint] ?? []).filter { entry.isMeant(findings[$0]) }
      guard let rule = meant.first.map({ findings[$0].rule.id }) else {
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
      for index in meant { marked[index].acceptance = entry.reason }
    }
    return (Report(marked), diagnostics)
  }
}
