import Diagnostics

/// A parsed document: every node in one table, every scalar's text in one buffer.
///
/// Records stand in preorder, so that a node's children follow it and its end is its next sibling.
/// Nothing is copied for an alias: its record points at the anchored node.
///
/// A tree is never freed. A process reads some files and ends, and nodes are handed around by the
/// million: counting who still holds one of their tree took a tenth of all time.
public struct Tree: Sendable, Hashable {
  /// What a record holds; 40 bytes a node.
  @usableFromInline
  struct Record: Sendable, BitwiseCopyable {
    @usableFromInline
    enum Kind: UInt8, Sendable, BitwiseCopyable {
      case scalar, sequence, mapping, alias
    }

    @usableFromInline var kind: Kind
    /// Plain scalars are typed by the core schema, all others are strings.
    @usableFromInline var isPlain: Bool
    /// `<<` keys whose mappings were folded into their parent; reading skips them and their value.
    @usableFromInline var isMerge: Bool
    /// An index into `files`: an overlay brings nodes of a second file.
    var file: UInt16
    var line: UInt32
    var column: UInt32
    var endLine: UInt32
    var endColumn: UInt32
    /// Scalar: offset into `text`. Alias: index of the anchored node. Mapping: half of its marks.
    @usableFromInline var start: UInt32
    /// Scalar: length in bytes. Mapping: the other half of its marks. Otherwise 0.
    @usableFromInline var length: UInt32
    /// The index after the node's last descendant.
    @usableFromInline var end: UInt32
  }

  @usableFromInline
  struct Content {
    var files: [SourceFile]
    @usableFromInline var records: UnsafeBufferPointer<Record>
    @usableFromInline var text: UnsafeBufferPointer<UInt8>
  }

  @usableFromInline nonisolated(unsafe) let content: UnsafePointer<Content>

  /// Makes a tree, which owns the memory of its records and texts from now on.
  init(
    files: [SourceFile], records: UnsafeBufferPointer<Record>, text: UnsafeBufferPointer<UInt8>
  ) {
    let memory = UnsafeMutablePointer<Content>.allocate(capacity: 1)
    memory.initialize(to: Content(files: files, records: records, text: text))
    content = UnsafePointer(memory)
  }

  @inlinable var records: UnsafeBufferPointer<Record> { content.pointee.records }
  @inlinable var text: UnsafeBufferPointer<UInt8> { content.pointee.text }

  /// The files that the nodes came from; the first is the document itself.
  public var files: [SourceFile] { content.pointee.files }

  /// The top node; `nil` for an empty document.
  public var root: Node? { records.isEmpty ? nil : Node(tree: self, index: 0) }

  /// Whether a walk that follows every alias stays as shallow and short as one of a parsed tree.
  public var isWithinLimits: Bool { Expansion(records).excess == nil }

  /// The number of nodes, aliases counted as one each.
  public var count: Int { records.count }
}
