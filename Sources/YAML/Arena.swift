import Diagnostics

/// The records and the text of a tree that is being built, in preorder.
struct Arena: ~Copyable {
  private(set) var records: Slab<Tree.Record>
  private(set) var text: Slab<UInt8>
  private(set) var open: [Int] = []
  private(set) var hasAliases = false

  /// Reserves about what a text of this size needs, so that the arrays rarely grow.
  init(bytes: Int) {
    records = Slab(capacity: min(bytes / 16 + 16, Limits.nodes))
    text = Slab(capacity: bytes)
  }

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

  /// Marks a key as a merge key.
  mutating func markMerge(_ index: Int) { records[index].isMerge = true }

  /// Puts back into the text of all scalars what was hidden from the reader.
  mutating func restore(_ separators: LineSeparators) {
    guard !separators.isEmpty else { return }
    var restored = Array(text.elements)
    separators.restore(&restored)
    text = Slab(capacity: restored.count)
    restored.withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  /// The finished tree.
  mutating func give(_ files: [SourceFile]) -> Tree {
    markKeys()
    return Tree(files: files, records: records.give(), text: text.give())
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
    records.append(
      Tree.Record(
        kind: kind, isPlain: isPlain, isMerge: false, file: file, line: span.line,
        column: span.column, endLine: span.endLine, endColumn: span.endColumn, start: start,
        length: length, end: isOpen ? 0 : UInt32(truncatingIfNeeded: index + 1)))
    return index
  }
}
