/// Items of a list literal as lines: one when they fit behind what opens the list, else as many as
/// they fill.
struct WrappedList {
  var lines: [String]
  var isWide: Bool

  init(_ items: [String], indent: Int, head: Int) {
    isWide = indent + head + Self.width(items) + 1 > Page.width
    lines =
      isWide
      ? Self.wrapped(items, room: Page.width - indent - 2) : [items.joined(separator: ", ")]
  }

  /// How wide items are on one line.
  static func width(_ items: some Collection<String>) -> Int {
    items.isEmpty ? 0 : items.reduce(-2) { $0 + $1.width + 2 }
  }

  /// Items as arguments or parameters, which end without a comma.
  static func filled(_ items: [String], indent: Int) -> [String] {
    var lines = wrapped(items, room: Page.width - indent)
    if !lines.isEmpty { lines[lines.count - 1].removeLast() }
    return lines
  }

  /// Widths are added up: measuring the whole line again for each item is most of the work.
  private static func wrapped(_ items: [String], room: Int) -> [String] {
    var lines: [String] = []
    var (line, width) = ("", 0)
    for item in items {
      let added = item.width + 1
      if width > 0, width + 1 + added <= room {
        line += " "
        width += 1
      } else {
        if width > 0 { lines.append(line) }
        (line, width) = ("", 0)
        line.reserveCapacity(room)
      }
      line += item
      line += ","
      width += added
    }
    if width > 0 { lines.append(line) }
    return lines
  }
}
