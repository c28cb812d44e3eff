import Diagnostics

/// One node of a document: a small handle that reads from its tree.
///
/// Aliases are followed when a node is made, so that a reader never sees one. A parsed tree is
/// never cyclic, and bounded in depth and size also for a walker who meets aliased nodes again.
public struct Node: Sendable {
  /// The three shapes of YAML and JSON.
  public enum Kind: Sendable {
    case scalar, sequence, mapping
  }

  /// The document that the node belongs to.
  public let tree: Tree
  /// The position of the node in its tree; equal for equal nodes of one tree.
  public let index: Int

  init(tree: Tree, index: Int) {
    var index = index
    if tree.records[index].kind == .alias { index = Int(tree.records[index].start) }
    self.tree = tree
    self.index = index
  }

  var record: Tree.Record { tree.records[index] }

  /// Which of the three shapes it is.
  public var kind: Kind {
    switch record.kind {
    case .scalar, .alias: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  /// Where it stands in the file it was written in.
  public var range: SourceRange {
    let record = record
    return SourceRange(
      file: tree.files[Int(record.file)],
      start: Position(line: Int(record.line), column: Int(record.column)),
      end: Position(line: Int(record.endLine), column: Int(record.endColumn)))
  }

  /// The text of a scalar as its author meant it: unquoted, unfolded, not typed.
  public var string: String? {
    let record = record
    guard record.kind == .scalar else { return nil }
    let start = Int(record.start)
    return tree.text.withUnsafeBufferPointer {
      let bytes = UnsafeBufferPointer(rebasing: $0[start..<start + Int(record.length)])
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether a scalar was written without quotes, so that the core schema types it.
  public var isPlain: Bool { record.isPlain }

  /// Whether it can be one of the words that the core schema knows; the longest is `false`.
  var mayBeKeyword: Bool {
    let record = record
    return record.kind == .scalar && record.isPlain && record.length <= 5
  }

  /// Whether a scalar's text is exactly this; compares bytes, makes no string.
  public func hasText(_ other: String) -> Bool {
    let record = record
    guard record.kind == .scalar, other.utf8.count == Int(record.length) else { return false }
    return tree.hasText(record, other)
  }

  /// Whether both are scalars with the same text.
  public func hasText(of other: Node) -> Bool {
    let (left, right) = (record, other.record)
    guard left.kind == .scalar, right.kind == .scalar, left.length == right.length else {
      return false
    }
    return tree.text[Int(left.start)..<Int(left.start + left.length)]
      .elementsEqual(other.tree.text[Int(right.start)..<Int(right.start + right.length)])
  }

  /// The items of a sequence; empty for anything else.
  public var elements: Elements { Elements(self) }

  /// The keys and values of a mapping in the order written; empty for anything else.
  public var entries: Entries { Entries(self) }

  /// The value of a key; `nil` when the key is absent or the node is no mapping.
  public subscript(key: String) -> Node? {
    guard record.kind == .mapping, let keyIndex = tree.key(key, of: index) else { return nil }
    return Node(tree: tree, index: Int(tree.records[keyIndex].end))
  }

  /// The value of a keyword, whose bytes are at hand without a string.
  public subscript(keyword keyword: StaticString) -> Node? {
    guard record.kind == .mapping, keyword.hasPointerRepresentation else { return nil }
    let bytes = UnsafeBufferPointer(start: keyword.utf8Start, count: keyword.utf8CodeUnitCount)
    guard let keyIndex = tree.key(bytes, of: index) else { return nil }
    return Node(tree: tree, index: Int(tree.records[keyIndex].end))
  }

  /// A key with its value, for messages that point at the key.
  public func entry(_ key: String) -> (key: Node, value: Node)? {
    guard record.kind == .mapping, let keyIndex = tree.key(key, of: index) else { return nil }
    let valueIndex = Int(tree.records[keyIndex].end)
    return (Node(tree: tree, index: keyIndex), Node(tree: tree, index: valueIndex))
  }
}

extension Node: Hashable {
  /// Nodes are the same when they are the same place in the same tree.
  public static func == (left: Node, right: Node) -> Bool {
    left.index == right.index && left.tree === right.tree
  }

  /// Hashes the place in the tree.
  public func hash(into hasher: inout Hasher) {
    // One word is hashed in half the time of two, and most tables hold nodes of one tree.
    hasher.combine(UInt(bitPattern: ObjectIdentifier(tree)) &+ UInt(bitPattern: index))
  }
}
