import Diagnostics

/// One node of a document: a small handle that reads from its tree.
///
/// Aliases are followed when a node is made, so that a reader never sees one. A parsed tree is
/// never cyclic, and bounded in depth and size also for a walker who meets aliased nodes again.
///
/// It counts no references, so that passing it on costs nothing.
public struct Node: Sendable {
  /// The three shapes of YAML and JSON.
  public enum Kind: Sendable {
    case scalar, sequence, mapping
  }

  /// The document that the node belongs to.
  public let tree: Tree
  /// The position of the node in its tree; equal for equal nodes of one tree.
  public let index: Int

  @inlinable
  init(tree: Tree, index: Int) {
    let record = tree.records[index]
    self.tree = tree
    self.index = record.kind == .alias ? Int(record.start) : index
  }

  @inlinable var record: Tree.Record { tree.records[index] }

  /// Which of the three shapes it is.
  @inlinable public var kind: Kind {
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
    return String(decoding: tree.bytes(of: record), as: UTF8.self)
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
    var other = other
    return other.withUTF8 { tree.hasText(record, $0) }
  }

  /// Whether it is a scalar whose text begins with these bytes.
  public func hasPrefix(_ prefix: StaticString) -> Bool {
    let record = record
    guard record.kind == .scalar, Int(record.length) >= prefix.utf8CodeUnitCount else {
      return false
    }
    let wanted = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    return tree.bytes(of: record).starts(with: wanted)
  }

  /// Whether both are scalars with the same text.
  public func hasText(of other: Node) -> Bool {
    let (left, right) = (record, other.record)
    return left.kind == .scalar && right.kind == .scalar
      && tree.hasText(left, other.tree.bytes(of: right))
  }

  /// Whether it is a list of texts of which each is another, told by their bytes.
  ///
  /// Not so when some are not ASCII: different bytes may be the same text then.
  public var holdsDifferentTexts: Bool {
    guard record.kind == .sequence else { return false }
    var items: [Int] = []
    for item in elements {
      guard item.isText, item.tree.bytes(of: item.record).allSatisfy({ $0 < 0x80 }) else {
        return false
      }
      items.append(item.index)
    }
    return KeyTable.areDifferent(items, in: tree)
  }

  /// Whether it has no items and no entries.
  @inlinable public var isEmpty: Bool {
    switch kind {
    case .scalar: return true
    case .sequence: return Int(record.end) == index + 1
    case .mapping:
      var entries = self.entries
      return entries.next() == nil
    }
  }

  /// The items of a sequence; empty for anything else.
  @inlinable public var elements: Elements { Elements(self) }

  /// The keys and values of a mapping in the order written; empty for anything else.
  @inlinable public var entries: Entries { Entries(self) }

  /// The value of a key; `nil` when the key is absent or the node is no mapping.
  public subscript(key: String) -> Node? {
    guard record.kind == .mapping, let keyIndex = tree.key(key, of: index) else { return nil }
    return Node(tree: tree, index: Int(tree.records[keyIndex].end))
  }

  /// The value of a keyword, whose bytes are at hand without a string.
  ///
  /// Most that are asked for are not there, which mostly the caller can tell by itself.
  @inlinable @inline(__always)
  public subscript(keyword keyword: StaticString) -> Node? {
    let bytes = UnsafeBufferPointer(start: keyword.utf8Start, count: keyword.utf8CodeUnitCount)
    return record.mayHold(bytes) ? value(of: bytes) : nil
  }

  @usableFromInline
  func value(of key: UnsafeBufferPointer<UInt8>) -> Node? {
    guard let keyIndex = tree.key(key, of: index) else { return nil }
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
  @inlinable public static func == (left: Node, right: Node) -> Bool {
    left.index == right.index && left.tree == right.tree
  }

  /// Hashes the place in the tree.
  @inlinable public func hash(into hasher: inout Hasher) {
    // One word is hashed in half the time of two, and most tables hold nodes of one tree.
    hasher.combine(UInt(bitPattern: tree.content) &+ UInt(bitPattern: index))
  }
}
