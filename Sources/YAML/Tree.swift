import Diagnostics

/// A parsed document: every node in one array, every scalar's text in one buffer.
///
/// Records stand in preorder, so that a node's children follow it and its end is its next sibling.
/// Nothing is copied for an alias: its record points at the anchored node.
public final class Tree: Sendable {
  /// What a record holds; 40 bytes a node.
  struct Record: Sendable {
    enum Kind: UInt8 {
      case scalar, sequence, mapping, alias
    }

    var kind: Kind
    /// Plain scalars are typed by the core schema, all others are strings.
    var isPlain: Bool
    /// `<<` keys whose mappings were folded into their parent; reading skips them and their value.
    var isMerge: Bool
    /// An index into `files`: an overlay brings nodes of a second file.
    var file: UInt16
    var line: UInt32
    var column: UInt32
    var endLine: UInt32
    var endColumn: UInt32
    /// Scalar: offset into `text`. Alias: index of the anchored node. Otherwise number of children.
    var start: UInt32
    /// Scalar: length in bytes. Mapping: the marks of its keys. Otherwise 0.
    var length: UInt32
    /// The index after the node's last descendant.
    var end: UInt32
  }

  /// The files that the nodes came from; the first is the document itself.
  public let files: [SourceFile]
  let records: [Record]
  let text: [UInt8]

  init(files: [SourceFile], records: [Record], text: [UInt8]) {
    self.files = files
    self.records = records
    self.text = text
  }

  /// The top node; `nil` for an empty document.
  public var root: Node? { records.isEmpty ? nil : Node(tree: self, index: 0) }

  /// Whether a walk that follows every alias stays as shallow and short as one of a parsed tree.
  public var isWithinLimits: Bool { Expansion(records).excess == nil }

  /// The number of nodes, aliases counted as one each.
  public var count: Int { records.count }
}
