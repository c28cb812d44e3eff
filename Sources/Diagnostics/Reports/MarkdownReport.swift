/// Diagnostics as Markdown, fit for a comment on a pull request.
enum MarkdownReport {
  /// How many characters a comment on GitHub may have, with room for what is put around it.
  private static let limit = 60_000

  static func text(_ diagnostics: [Diagnostic]) -> String {
    guard let summary = summary(of: diagnostics) else { return "No findings.\n" }
    var text = "**\(summary)**\n\n| place | severity | finding | rule |\n|---|---|---|---|\n"
    for (index, diagnostic) in diagnostics.enumerated() {
      let row = row(diagnostic)
      if text.count + row.count > limit {
        return text + "\n\(diagnostics.count - index) more are left out here.\n"
      }
      text += row
    }
    return text
  }

  private static func row(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map {
      "`\($0.file.name):\($0.start.line):\($0.start.column)`"
    }
    let help = diagnostic.help.map { "<br>\($0.markdownCell)" } ?? ""
    return
      "| \(place ?? "") | \(diagnostic.severity.rawValue) | \(diagnostic.message.markdownCell)\(help) "
      + "| `\(diagnostic.id)` |\n"
  }
}
