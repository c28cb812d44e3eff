/// Diagnostics as a JUnit report, which build servers show as test results: a case each.
enum JUnitReport {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    let failures = diagnostics.count { $0.severity == .error }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites><testsuite name=\"gen\" tests=\"\(diagnostics.count)\" "
    text += "failures=\"\(failures)\" errors=\"0\" skipped=\"0\">\n"
    for diagnostic in diagnostics { text += testCase(diagnostic) }
    return text + "</testsuite></testsuites>\n"
  }

  private static func testCase(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map {
      "\($0.file.name):\($0.start.line):\($0.start.column)"
    }
    let head =
      "<testcase classname=\"\((diagnostic.location?.file.name ?? "gen").xmlEscaped)\" "
      + "name=\"\((diagnostic.id + (place.map { " \($0)" } ?? "")).xmlEscaped)\">"
    let help = diagnostic.help.map { "\n\($0)" } ?? ""
    let body = (diagnostic.message + help).xmlEscaped
    let inner =
      diagnostic.severity == .error
      ? "<failure type=\"\(diagnostic.id.xmlEscaped)\" message=\"\(diagnostic.message.xmlEscaped)\">\(body)</failure>"
      : "<system-out>\(diagnostic.severity.rawValue): \(body)</system-out>"
    return head + inner + "</testcase>\n"
  }
}
