/// Items of a list literal as lines: one when they fit behind what opens the list, else as many as
/// they fill.
struct WrappedList {
  var lines: [String]
  var isWide: Bool

  init(_ items: [String], indent: Int, head: Int) {
    let line = items.joined(separator: ", ")
    isWide = indent + head + line.width + 1 > 100
    lines = isWide ? Self.wrapped(items, room: 100 - indent - 2) : [line]
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
