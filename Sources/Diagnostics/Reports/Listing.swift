/// Writes diagnostics for people: each with its line of the source and a mark under the place.
public struct Listing: Sendable {
  /// Whether the text may hold colours, for a terminal.
  public var isColored: Bool

  /// Makes a listing.
  public init(isColored: Bool = false) { self.isColored = isColored }

  /// The text of all diagnostics, in the order given, with a line break at the end of each line.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    var printer = ListingPrinter(style: Style(isColored: isColored))
    for diagnostic in diagnostics { printer.print(diagnostic) }
    return printer.text
  }
}

private struct ListingPrinter {
  let style: Style
  var text = ""
  private var tables: [SourceFile: LineTable] = [:]

  init(style: Style) { self.style = style }

  mutating func print(_ diagnostic: Diagnostic) {
    let severity = diagnostic.severity
    let name = style.severity(severity, severity.rawValue)
    let head = "\(name): \(style.bold(diagnostic.message.printable)) [\(diagnostic.id)]"
    line(place(diagnostic.location) + head)
    let margin = excerpt(diagnostic.location, severity, diagnostic.label)
    if let help = diagnostic.help { advice("help", help, margin) }
    if let fix = diagnostic.fix {
      advice("fix", "\(fix.title)  (gen fix \(fix.file.name))", margin)
    }
    for note in diagnostic.notes { print(note, margin) }
  }

  private mutating func print(_ note: Diagnostic.Note, _ margin: String) {
    guard let location = note.location else { return advice("note", note.message, margin) }
    let name = style.severity(.note, "note")
    line("\(place(location))\(name): \(note.message.printable)")
    _ = excerpt(location, .note, nil)
  }

  private func place(_ location: SourceRange?) -> String {
    location.map { style.bold("\($0.description.printable):") + " " } ?? ""
  }

  private mutating func advice(_ title: String, _ message: String, _ margin: String) {
    line("\(style.faint("\(margin) =")) \(style.advice("\(title):")) \(message.printable)")
  }

  /// Prints the line of the source with its mark, and returns the width of its number as spaces.
  private mutating func excerpt(
    _ location: SourceRange?, _ severity: Diagnostic.Severity, _ label: String?
  ) -> String {
    guard let location else { return "" }
    let number = String(location.start.line)
    let margin = String(repeating: " ", count: number.count)
    let table = tables[location.file] ?? LineTable(location.file)
    tables[location.file] = table
    guard let scalars = table.line(location.start.line) else { return margin }
    let excerpt = Excerpt(scalars, location)
    line("\(style.faint("\(number) |")) \(excerpt.source)")
    let mark = style.severity(severity, excerpt.mark + (label.map { " \($0.printable)" } ?? ""))
    line("\(style.faint("\(margin) |")) \(excerpt.padding)\(mark)")
    return margin
  }

  private mutating func line(_ content: String) {
    text += content
    text += "\n"
  }
}
