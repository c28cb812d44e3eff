import Diagnostics

/// A template ready to render.
final class Template: Sendable {
  let file: SourceFile
  let program: Program
  /// The steps and the text once more, within reach of the loop over them.
  let nodes: [Node]
  let symbols: [Symbol]
  let sections: [Section]
  let bytes: [UInt8]

  init(file: SourceFile, program: Program) {
    self.file = file
    self.program = program
    nodes = program.nodes
    symbols = program.names.map { Symbol($0) }
    sections = program.sections
    bytes = file.bytes
  }

  func text(_ bytes: Range<Int>) -> String {
    String(decoding: file.bytes[bytes], as: UTF8.self)
  }
}

extension SourceFile {
  func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(
      file: self, start: position(bytes.lowerBound), end: position(bytes.upperBound))
  }

  private func position(_ offset: Int) -> Position {
    var position = Position(line: 1, column: 1)
    var index = 0
    while index < min(offset, bytes.count) {
      let byte = bytes[index]
      let isBreak =
        byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if isBreak {
        position = Position(line: position.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
      index += 1
    }
    return position
  }
}
