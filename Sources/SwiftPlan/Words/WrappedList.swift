/// Items of a list literal as lines: one when they fit behind what opens the list, else as many as
/// they fill.
struct WrappedList {
  var lines: [String]
  var isWide: Bool

  init(_ items: [String], indent: Int, head: Int) {
    let line = items.joined(separator: ", ")
    isWide = indent + head + line.width + 1 > Page.width
    lines = isWide ? Self.wrapped(items, room: Page.width - indent - 2) : [line]
  }

  /// Items as arguments or parameters, which end without a comma.
  static func filled(_ items: [String], indent: Int) -> [String] {
    var lines = wrapped(items, room: Page.width - indent)
    if let last = lines.popLast() { lines.append(String(last.dropLast())) }
    return lines
  }

  private static func wrapped(_ items: [String], room: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for item in items {
      if line.isEmpty {
        line = item + ","
      } else if line.width + item.width + 2 <= room {
        line += " " + item + ","
      } else {
        lines.append(line)
        line = item + ","
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
