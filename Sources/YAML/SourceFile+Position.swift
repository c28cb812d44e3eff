import Diagnostics

extension SourceFile {
  /// The line and column of a byte, the way `offset(of:)` counts back.
  func position(at offset: Int) -> Position {
    var place = Position(line: 1, column: 1)
    for index in 0..<min(offset, bytes.count) {
      let byte = bytes[index]
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isPair) {
        place = Position(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
