import Diagnostics

/// Where something stands: lines and columns count from 1, the end is past the last character.
struct Span {
  var line: UInt32
  var column: UInt32
  var endLine: UInt32
  var endColumn: UInt32
}

extension Span {
  init(_ record: Tree.Record) {
    line = record.line
    column = record.column
    endLine = record.endLine
    endColumn = record.endColumn
  }

  init(_ range: SourceRange) {
    line = UInt32(clamping: range.start.line)
    column = UInt32(clamping: range.start.column)
    endLine = UInt32(clamping: range.end.line)
    endColumn = UInt32(clamping: range.end.column)
  }

  /// The top of a file, for what has no better place.
  static let top = Span(line: 1, column: 1, endLine: 1, endColumn: 1)
}

extension SourceRange {
  init(file: SourceFile, span: Span) {
    self.init(
      file: file, start: Position(line: Int(span.line), column: Int(span.column)),
      end: Position(line: Int(span.endLine), column: Int(span.endColumn)))
  }
}
