import Foundation

/// A number for every node of a tree, equal for equal content whatever tree it stands in: keys in
/// their order, scalars by their text and whether they are plain, aliases by what they stand for.
public struct Digests: Sendable {
  /// By position in the tree.
  private let numbers: [UInt64]
  /// Whether the tree has aliases, so that what a node holds may stand outside of it.
  public let hasAliases: Bool

  /// Takes the content of a tree in, in one pass.
  public init(of tree: Tree) {
    var pass = DigestPass(tree)
    if !tree.records.isEmpty { _ = pass.number(of: 0) }
    numbers = pass.numbers
    hasAliases = pass.hasAliases
  }

  /// The number of a node of the tree.
  public subscript(node: Node) -> UInt64 {
    node.index < numbers.count ? numbers[node.index] : 0
  }
}

extension Node {
  /// The positions of the node and of everything written inside it.
  public var extent: Range<Int> { index..<Int(record.end) }
}

private struct DigestPass {
  let tree: Tree
  var numbers: [UInt64]
  var hasAliases = false

  init(_ tree: Tree) {
    self.tree = tree
    numbers = Array(repeating: 0, count: tree.records.count)
  }

  /// As deep as the tree is nested, which parsing limits.
  mutating func number(of index: Int) -> UInt64 {
    let record = tree.records[index]
    var state: UInt64
    switch record.kind {
    case .alias:
      hasAliases = true
      let target = Int(record.start)
      state = numbers[target] == 0 ? number(of: target) : numbers[target]
    case .scalar:
      state = scalar(record)
    case .sequence, .mapping:
      let isMapping = record.kind == .mapping
      state = isMapping ? 0x9AE1_6A3B_2F90_404F : 0xC949_D7C7_509E_6557
      var child = index + 1
      while child < Int(record.end) {
        let key = child
        state = mixed(state, number(of: key))
        child = Int(tree.records[key].end)
        guard isMapping else { continue }
        let value = number(of: child)
        child = Int(tree.records[child].end)
        // What a merge key brings in was folded into the mapping.
        state = tree.records[key].isMerge ? state : mixed(state, value)
      }
    }
    numbers[index] = state
    return state
  }

  private func scalar(_ record: Tree.Record) -> UInt64 {
    let (start, length) = (Int(record.start), Int(record.length))
    var state = mixed(
      UInt64(length), record.isPlain ? 0x2545_F491_4F6C_DD1D : 0x1B87_3593_CC9E_2D51)
    let bytes = UnsafeRawBufferPointer(tree.text)
    var offset = start
    while offset + 8 <= start + length {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = mixed(state, UInt64(littleEndian: word))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < start + length {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mixed(state, rest)
  }

  private func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0xA076_1D64_78BD_642F)
      .multipliedFullWidth(by: right ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
