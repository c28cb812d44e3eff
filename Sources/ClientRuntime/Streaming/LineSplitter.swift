/// Cuts bytes into lines, wherever the chunks begin and end.
///
/// Lines end with LF, CR LF or CR.
struct LineSplitter {
  private var line: [UInt8] = []
  private var endedWithCR = false

  /// How many bytes wait for the end of their line.
  var pending: Int { line.count }

  /// The lines that a chunk completes.
  mutating func lines(in chunk: some Sequence<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for byte in chunk {
      let followsCR = endedWithCR
      endedWithCR = byte == 13
      switch byte {
      case 10 where followsCR: continue
      case 10, 13:
        lines.append(line)
        line.removeAll(keepingCapacity: true)
      default: line.append(byte)
      }
    }
    return lines
  }

  /// What is left at the end; `nil` when nothing is.
  mutating func rest() -> [UInt8]? {
    defer { line = [] }
    return line.isEmpty ? nil : line
  }
}
