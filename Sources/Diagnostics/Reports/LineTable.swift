/// Where each line of a file starts, found once for all the diagnostics of the file.
struct LineTable {
  private let file: SourceFile
  private var starts: [Int] = [0]

  /// Lines end with LF, CRLF or CR, as everywhere else.
  init(_ file: SourceFile) {
    self.file = file
    let starts = file.bytes.withUnsafeBufferPointer { bytes in
      var starts = [0]
      for index in bytes.indices {
        let isReturn = bytes[index] == 0x0D
        guard bytes[index] == 0x0A || isReturn else { continue }
        if isReturn, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        starts.append(index + 1)
      }
      return starts
    }
    self.starts = starts
  }

  /// The scalars of a line, without its break; `nil` past the end.
  func line(_ number: Int) -> [Unicode.Scalar]? {
    guard number >= 1, number <= starts.count else { return nil }
    let end = number < starts.count ? starts[number] : file.bytes.count
    var bytes = file.bytes[starts[number - 1]..<end]
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }
}
