/// Diagnostics as workflow commands of GitHub Actions, a line each.
enum Annotations {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(line).joined()
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      properties = [
        "file=\(location.file.name.commandProperty)", "line=\(location.start.line)",
        "col=\(location.start.column)",
      ]
    }
    properties.append("title=\(diagnostic.id.commandProperty)")
    let help = diagnostic.help ?? diagnostic.fix.map { "\($0.title) (gen fix \($0.file.name))" }
    let message = diagnostic.message + (help.map { "\n\($0)" } ?? "")
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    return "::\(command) \(properties.joined(separator: ","))::\(message.commandMessage)\n"
  }
}
