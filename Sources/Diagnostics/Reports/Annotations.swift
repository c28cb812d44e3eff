/// Diagnostics as workflow commands of GitHub Actions, a line each.
enum Annotations {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(line).joined()
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      properties = [
        "file=\(property(location.file.name))", "line=\(location.start.line)",
        "col=\(location.start.column)",
      ]
    }
    properties.append("title=\(property(diagnostic.id))")
    let help = diagnostic.help ?? diagnostic.fix.map { "\($0.title) (gen fix \($0.file.name))" }
    let message = diagnostic.message + (help.map { "\n\($0)" } ?? "")
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    return "::\(command) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  private static func property(_ text: String) -> String {
    escaped(text, ["%", "\r", "\n", ":", ","])
  }

  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
