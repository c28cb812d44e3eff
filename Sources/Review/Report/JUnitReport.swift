import Diagnostics

/// A report as JUnit's XML: a test case each fact, failed when it breaks callers.
enum JUnitReport {
  static func text(_ report: Report) -> String {
    let failures = report.findings.count(where: fails)
    let skipped = report.findings.count { $0.acceptance != nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites><testsuite name=\"gen diff\" tests=\"\(report.findings.count)\" "
    text += "failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\">\n"
    text += report.findings.map(testCase).joined()
    return text + "</testsuite></testsuites>\n"
  }

  private static func fails(_ finding: Finding) -> Bool {
    finding.worst == .breaking && finding.acceptance == nil
  }

  private static func testCase(_ finding: Finding) -> String {
    let file = finding.place?.file.name ?? "gen diff"
    let name = finding.rule.id + (finding.place.map { " \($0)" } ?? "")
    let body = finding.lines.joined(separator: "\n").xmlEscaped
    let inner: String
    if let reason = finding.acceptance {
      inner = "<skipped message=\"\(reason.xmlEscaped)\"/>"
    } else if fails(finding) {
      inner =
        "<failure type=\"\(finding.rule.id.xmlEscaped)\" "
        + "message=\"\(finding.message.xmlEscaped)\">\(body)</failure>"
    } else {
      inner = "<system-out>\(finding.verdicts): \(body)</system-out>"
    }
    return
      "<testcase classname=\"\(file.xmlEscaped)\" name=\"\(name.xmlEscaped)\">\(inner)</testcase>\n"
  }
}
