/// The part of a line to show, and what stands below it.
struct Excerpt {
  private(set) var source = ""
  /// Spaces as wide as the source before the place; tabs stay tabs.
  private(set) var padding = ""
  /// `^`, or `^~~~` under more than one character.
  private(set) var mark = "^"

  private static let widest = 200
  private static let before = 100

  init(_ line: [Unicode.Scalar], _ location: SourceRange) {
    let place = min(max(location.start.column - 1, 0), line.count)
    var shown = 0..<line.count
    if line.count > Self.widest {
      let start = max(0, min(place - Self.before, line.count - Self.widest))
      shown = start..<min(line.count, start + Self.widest)
    }
    if shown.lowerBound > 0 {
      source += "…"
      padding += " "
    }
    for index in shown {
      let scalar = line[index].printable
      source.unicodeScalars.append(scalar)
      guard index < place else { continue }
      padding += scalar == "\t" ? "\t" : String(repeating: " ", count: scalar.displayWidth)
    }
    if shown.upperBound < line.count { source += "…" }
    underline(line, place, shown.upperBound, location)
  }

  private mutating func underline(
    _ line: [Unicode.Scalar], _ place: Int, _ limit: Int, _ location: SourceRange
  ) {
    guard location.end.line == location.start.line else { return }
    let end = min(location.end.column - 1, limit)
    guard end - place > 1 else { return }
    let width = line[place..<end].reduce(0) { $0 + $1.displayWidth }
    mark += String(repeating: "~", count: max(0, width - 1))
  }
}
