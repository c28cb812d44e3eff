/// The records and the text of a tree that is being built, in preorder.
struct Arena {
  private(set) var records: [Tree.Record] = []
  private(set) var text: [UInt8] = []
  private(set) var open: [Int] = []
  private(set) var hasAliases = false

  /// Reserves about what a text of this size needs, so that the arrays rarely grow.
  init(bytes: Int) {
    records.reserveCapacity(min(bytes / 16 + 16, Limits.nodes))
    text.reserveCapacity(bytes)
  }

  init() {}

  /// Adds a scalar and returns its index.
  @discardableResult
  mutating func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool, at span: Span, file: UInt16 = 0
  ) -> Int {
    let start = UInt32(truncatingIfNeeded: text.count)
    text.append(contentsOf: bytes)
    return add(
      .scalar, at: span, start: start, file: file, isPlain: isPlain,
      length: UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Adds an alias of an earlier node and returns its index.
  @discardableResult
  mutating func alias(of target: Int, at span: Span, file: UInt16 = 0) -> Int {
    hasAliases = true
    return add(.alias, at: span, start: UInt32(truncatingIfNeeded: target), file: file)
  }

  /// Opens a sequence or a mapping and returns its index; what follows is inside until `close`.
  @discardableResult
  mutating func begin(_ kind: Tree.Record.Kind, at span: Span, file: UInt16 = 0) -> Int {
    let index = add(kind, at: span, start: 0, file: file, isOpen: true)
    open.append(index)
    return index
  }

  /// Closes the innermost open node; without an end of its own it ends where its last child does.
  mutating func close(endLine: UInt32, endColumn: UInt32) {
    guard let index = open.popLast() else { return }
    records[index].endLine = endLine
    records[index].endColumn = endColumn
    records[index].end = UInt32(truncatingIfNeeded: records.count)
  }

  /// Lends the records to be changed in place.
  mutating func withRecords(_ body: (UnsafeMutableBufferPointer<Tree.Record>) -> Void) {
    records.withUnsafeMutableBufferPointer { body($0) }
  }

  /// Marks a key as a merge key.
  mutating func markMerge(_ index: Int) { records[index].isMerge = true }

  /// The text of all scalars, with what was hidden from the reader put back.
  func text(restoring separators: LineSeparators?) -> [UInt8] {
    guard let separators else { return text }
    var restored = text
    separators.restore(&restored)
    return restored
  }

  /// Whether a container is still being built, which is so for an alias to its own parent.
  func isOpen(_ index: Int) -> Bool { records[index].end == 0 }

  /// The index of the node that a record stands for.
  func target(_ index: Int) -> Int {
    records[index].kind == .alias ? Int(records[index].start) : index
  }

  private mutating func add(
    _ kind: Tree.Record.Kind, at span: Span, start: UInt32, file: UInt16, isPlain: Bool = false,
    length: UInt32 = 0, isOpen: Bool = false
  ) -> Int {
    let index = records.count
    if let parent = open.last { records[parent].start += 1 }
    records.append(
      Tree.Record(
        kind: kind, isPlain: isPlain, isMerge: false, file: file, line: span.line,
        column: span.column, endLine: span.endLine, endColumn: span.endColumn, start: start,
        length: length, end: isOpen ? 0 : UInt32(truncatingIfNeeded: index + 1)))
    return index
  }
}
