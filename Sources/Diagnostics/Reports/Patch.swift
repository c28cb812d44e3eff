/// What changed between two versions of a file, in the unified format that `patch` and git read.
public func patch(from old: SourceFile, to new: SourceFile, context: Int = 2) -> String {
  let (before, after) = (lines(old), lines(new))
  let changes = hunks(before, after, context: context)
  guard !changes.isEmpty else { return "" }
  var text = "--- \(old.name)\n+++ \(new.name)\n"
  for hunk in changes {
    text += "@@ -\(span(hunk.old)) +\(span(hunk.new)) @@\n"
    for line in hunk.lines { text += "\(line.sign)\(String(decoding: line.bytes, as: UTF8.self))" }
  }
  return text
}

private struct Hunk {
  struct Line {
    var sign: Character
    var bytes: ArraySlice<UInt8>
  }

  var old: Range<Int>
  var new: Range<Int>
  var lines: [Line]
}

private func span(_ range: Range<Int>) -> String {
  let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
  return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
}

/// The lines of a file with their breaks; a missing break at the end is said as `patch` wants it.
private func lines(_ file: SourceFile) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  while start < file.bytes.count {
    let end = file.bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 }
    var line = file.bytes[start..<(end ?? file.bytes.count)]
    if end == nil { line += Array("\n\\ No newline at end of file\n".utf8) }
    lines.append(line)
    start = end ?? file.bytes.count
  }
  return lines
}

/// Finds changed stretches by walking both versions, meeting again at the nearest equal lines.
private func hunks(
  _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], context: Int
) -> [Hunk] {
  var hunks: [Hunk] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, j < new.count, old[i] == new[j] {
      (i, j) = (i + 1, j + 1)
      continue
    }
    let (nextOld, nextNew) = meeting(old, new, i, j)
    append(&hunks, old, new, i..<nextOld, j..<nextNew, context)
    (i, j) = (nextOld, nextNew)
  }
  return hunks.map { trailing($0, old, context) }
}

/// Fixes change few lines, so that equal lines are near.
private func meeting(
  _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], _ i: Int, _ j: Int
) -> (Int, Int) {
  let reach = old.count - i + new.count - j
  for distance in 1..<max(2, min(reach, 400)) {
    for skipped in 0...distance {
      let (a, b) = (i + skipped, j + distance - skipped)
      if a < old.count, b < new.count, old[a] == new[b] { return (a, b) }
    }
  }
  return (old.count, new.count)
}

private func append(
  _ hunks: inout [Hunk], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>],
  _ removed: Range<Int>, _ added: Range<Int>, _ context: Int
) {
  var hunk = Hunk(
    old: removed.lowerBound..<removed.lowerBound, new: added.lowerBound..<added.lowerBound,
    lines: [])
  var shared = max(0, removed.lowerBound - context)..<removed.lowerBound
  if let last = hunks.last, removed.lowerBound - last.old.upperBound <= 2 * context {
    hunk = hunks.removeLast()
    shared = hunk.old.upperBound..<removed.lowerBound
  } else {
    hunk.old = shared.lowerBound..<removed.lowerBound
    hunk.new = added.lowerBound - shared.count..<added.lowerBound
  }
  hunk.lines += shared.map { .init(sign: " ", bytes: old[$0]) }
  hunk.lines += removed.map { .init(sign: "-", bytes: old[$0]) }
  hunk.lines += added.map { .init(sign: "+", bytes: new[$0]) }
  hunk.old = hunk.old.lowerBound..<removed.upperBound
  hunk.new = hunk.new.lowerBound..<added.upperBound
  hunks.append(hunk)
}

private func trailing(_ hunk: Hunk, _ old: [ArraySlice<UInt8>], _ context: Int) -> Hunk {
  var hunk = hunk
  let end = min(old.count, hunk.old.upperBound + context)
  let shared = hunk.old.upperBound..<end
  hunk.lines += shared.map { .init(sign: " ", bytes: old[$0]) }
  hunk.old = hunk.old.lowerBound..<end
  hunk.new = hunk.new.lowerBound..<hunk.new.upperBound + shared.count
  return hunk
}
