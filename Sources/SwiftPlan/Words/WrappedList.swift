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

  private static func wrapped(_ items: [String], room: Int) -> [String] {
    // Each with its comma.
    let widths = items.map { $0.width + 1 }
    var lines: [String] = []
    var start = 0
    while start < items.count {
      var (end, width) = (start + 1, widths[start])
      while end < items.count, width + 1 + widths[end] <= room {
        width += 1 + widths[end]
        end += 1
      }
      lines.append(line(items[start..<end]))
      start = end
    }
    return lines
  }

  private static func line(_ items: ArraySlice<String>) -> String {
    String(capacity: items.reduce(0) { $0 + $1.utf8.count + 2 }) { writer in
      for index in items.indices {
        if index > items.startIndex { writer.add(" ") }
        writer.add(items[index])
        writer.add(",")
      }
    }
  }
}
