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
      "<testcase classname=\"\(escaped(diagnostic.location?.file.name ?? "gen"))\" "
      + "name=\"\(escaped(diagnostic.id + (place.map { " \($0)" } ?? "")))\">"
    let help = diagnostic.help.map { "\n\($0)" } ?? ""
    let body = escaped(diagnostic.message + help)
    let inner =
      diagnostic.severity == .error
      ? "<failure type=\"\(escaped(diagnostic.id))\" message=\"\(escaped(diagnostic.message))\">\(body)</failure>"
      : "<system-out>\(diagnostic.severity.rawValue): \(body)</system-out>"
    return head + inner + "</testcase>\n"
  }

  /// The text inside an element or an attribute; what XML 1.0 cannot hold gets a stand-in.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar.printable)
      }
    }
    return result
  }
}
