import Diagnostics

/// The lines around a broken one.
struct TextLines {
  /// The broken line, and its number from 1.
  let line: Range<Int>
  let number: Int
  private let before: Range<Int>?
  private let rest: Lines

  init?(_ bytes: [UInt8], around number: Int) {
    var lines = Lines(bytes: bytes)
    var previous: Range<Int>?
    var found: Range<Int>?
    while found == nil, let next = lines.next() {
      if next.number == number { found = next.bytes } else { previous = next.bytes }
    }
    guard let found else { return nil }
    line = found
    self.number = number
    before = previous
    rest = lines
  }

  /// The byte at a column of the line, its end for columns past it.
  func offset(ofColumn column: Int, in bytes: [UInt8]) -> Int? {
    var offset = line.lowerBound
    for _ in 1..<max(column, 1) where offset < line.upperBound {
      offset += 1
      while offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// Whether lines follow that are indented deeper than the entry, and so belong to its value.
  func continues(_ entry: EntryLine, in bytes: [UInt8]) -> Bool {
    continuation(of: entry, in: bytes).last != nil
  }

  /// A plain value with the lines that continue it; `nil` when these may be something else.
  func plainValue(_ entry: EntryLine, in bytes: [UInt8]) -> (Range<Int>, lastLine: Int)? {
    let following = continuation(of: entry, in: bytes)
    guard let last = following.last else { return (entry.value, number) }
    guard !hasComment(entry, in: bytes) else { return nil }
    for next in following {
      let inner = EntryLine(next.bytes, in: bytes)
      let isItem = inner.indent > EntryLine.indent(next.bytes, in: bytes)
      let text = bytes[next.bytes].drop { $0 == 0x20 || $0 == 0x09 }
      if inner.hasKey || isItem || text.first == UInt8(ascii: "#") { return nil }
      if hasComment(inner, in: bytes) { return nil }
    }
    let end = EntryLine(last.bytes, in: bytes).value.upperBound
    return (entry.value.lowerBound..<end, last.number)
  }

  private func hasComment(_ entry: EntryLine, in bytes: [UInt8]) -> Bool {
    bytes[entry.value.upperBound..<entry.line.upperBound].contains(UInt8(ascii: "#"))
  }

  private func continuation(
    of entry: EntryLine, in bytes: [UInt8]
  ) -> [(bytes: Range<Int>, number: Int)] {
    let own = EntryLine.indent(line, in: bytes)
    let limit = entry.hasKey ? entry.indent : own
    var lines = rest
    var result: [(bytes: Range<Int>, number: Int)] = []
    while let next = lines.next() {
      let text = bytes[next.bytes]
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard EntryLine.indent(next.bytes, in: bytes) > limit else { break }
      result.append(next)
    }
    return result
  }

  /// Ways to replace a tab, and the tabs that start the following lines, by spaces.
  func spaceProposals(
    for tab: Int, in bytes: [UInt8]
  ) -> [(edits: [Fix.Edit], lastLine: Int)] {
    let isLeading = bytes[line.lowerBound..<tab].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    guard isLeading else {
      let blanks = bytes[tab..<line.upperBound].prefix { $0 == 0x09 || $0 == 0x20 }
      return [([Fix.Edit(bytes: blanks.startIndex..<blanks.endIndex, replacement: " ")], number)]
    }
    var run = [(bytes: line, number: number)]
    var lines = rest
    while let next = lines.next() {
      let text = bytes[next.bytes]
      if text.first == 0x09 { run.append(next) } else if !text.isEmpty { break }
    }
    return widths(in: bytes).map { width in
      (run.map { spaces($0.bytes, width: width, in: bytes) }, run.last?.number ?? number)
    }
  }

  private func spaces(_ line: Range<Int>, width: Int, in bytes: [UInt8]) -> Fix.Edit {
    let blanks = bytes[line].prefix { $0 == 0x20 || $0 == 0x09 }
    let count = blanks.reduce(0) { $1 == 0x09 ? ($0 / width + 1) * width : $0 + 1 }
    return Fix.Edit(
      bytes: blanks.startIndex..<blanks.endIndex,
      replacement: String(repeating: " ", count: count))
  }

  /// What a tab may stand for: first what lines up with the line before.
  private func widths(in bytes: [UInt8]) -> [Int] {
    let tabs = bytes[line].prefix { $0 == 0x09 }.count
    guard let before, tabs > 0 else { return [2, 4, 8] }
    let previous = EntryLine.indent(before, in: bytes)
    let opens = bytes[before].last == UInt8(ascii: ":")
    let likely = [2, 4, 8].filter { opens ? $0 * tabs > previous : $0 * tabs == previous }
    return likely + [2, 4, 8].filter { !likely.contains($0) }
  }
}
