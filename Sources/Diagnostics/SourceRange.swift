/// A place in a text: both numbers count from 1, columns in Unicode scalars.
public struct Position: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Makes a position from a line and a column that count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions as they stand in the text.
  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of one file; `end` is the position after the last character.
public struct SourceRange: Hashable, Sendable {
  /// The file that the positions count in.
  public var file: SourceFile
  /// The position of the first character.
  public var start: Position
  /// The position after the last character.
  public var end: Position

  /// Makes a range; an `end` left out means the range is one point.
  public init(file: SourceFile, start: Position, end: Position? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }
}

extension SourceRange: CustomStringConvertible {
  /// `file:line:column`, as editors and terminals link it.
  public var description: String { "\(file.name):\(start.line):\(start.column)" }
}
