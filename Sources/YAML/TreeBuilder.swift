import Diagnostics

/// Makes a tree out of nodes of other trees, each of which keeps the place it was written at.
public struct TreeBuilder: ~Copyable {
  private struct Origin: Hashable {
    var tree: Tree
    var index: Int
  }

  private var arena = Arena(bytes: 0)
  private var files: [SourceFile] = []
  private var fileIndices: [SourceFile: UInt16] = [:]
  private var ends: [Span] = []
  /// Where the nodes that aliases stand for were copied to, so that each is copied once.
  private var copies: [Origin: Int] = [:]

  /// Makes an empty builder; files are listed in this order, the document's own first.
  public init(files: [SourceFile] = []) {
    for file in files { _ = index(of: file) }
  }

  /// Copies a node of any tree with everything in it.
  public mutating func copy(_ node: Node) {
    copy(node.index, of: node.tree)
  }

  /// Opens a mapping that stands at a place; keys and values follow in turn until `end()`.
  public mutating func beginMapping(at range: SourceRange) { begin(.mapping, at: range) }

  /// Opens a sequence that stands at a place; items follow until `end()`.
  public mutating func beginSequence(at range: SourceRange) { begin(.sequence, at: range) }

  /// Closes the innermost open mapping or sequence.
  public mutating func end() {
    guard let span = ends.popLast() else { return }
    arena.close(endLine: span.endLine, endColumn: span.endColumn)
  }

  /// Adds a scalar that is written nowhere, at the place that explains it.
  public mutating func scalar(_ text: String, isPlain: Bool = false, at range: SourceRange) {
    let file = index(of: range.file)
    var text = text
    text.withUTF8 { _ = arena.scalar($0, isPlain: isPlain, at: Span(range), file: file) }
  }

  /// The finished tree; what is still open is closed, and nothing is left here.
  public mutating func build() -> Tree {
    while !ends.isEmpty { end() }
    return arena.give(files)
  }

  private mutating func begin(_ kind: Tree.Record.Kind, at range: SourceRange) {
    let span = Span(range)
    arena.begin(kind, at: span, file: index(of: range.file))
    ends.append(span)
  }

  private mutating func index(of file: SourceFile) -> UInt16 {
    if let index = fileIndices[file] { return index }
    let index = UInt16(truncatingIfNeeded: files.count)
    files.append(file)
    fileIndices[file] = index
    return index
  }

  /// Recursion is bounded: a parsed tree is shallow also through its aliases.
  private mutating func copy(_ source: Int, of tree: Tree) {
    let record = tree.records[source]
    let file = index(of: tree.files[Int(record.file)])
    let span = Span(record)
    switch record.kind {
    case .scalar:
      arena.scalar(tree.bytes(of: record), isPlain: record.isPlain, at: span, file: file)
    case .alias:
      let target = Int(record.start)
      let origin = Origin(tree: tree, index: target)
      if let copied = copies[origin] {
        arena.alias(of: copied, at: span, file: file)
      } else {
        let place = arena.records.count
        copy(target, of: tree)
        copies[origin] = place
      }
    case .sequence, .mapping:
      arena.begin(record.kind, at: span, file: file)
      copyChildren(of: source, in: tree)
      arena.close(endLine: span.endLine, endColumn: span.endColumn)
    }
  }

  /// Merge keys are left out: what they brought is already among the entries.
  private mutating func copyChildren(of source: Int, in tree: Tree) {
    var child = source + 1
    let end = Int(tree.records[source].end)
    while child < end {
      let next = Int(tree.records[child].end)
      if tree.records[child].isMerge {
        child = Int(tree.records[next].end)
      } else {
        copy(child, of: tree)
        child = next
      }
    }
  }
}
