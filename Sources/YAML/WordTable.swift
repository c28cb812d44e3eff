import Foundation

/// A fixed set of words that keys are looked up in by their bytes, without making strings.
public struct WordTable: Sendable {
  private var words: [[UInt8]]
  /// Positions in `words` plus one, open addressing; a power of two in length.
  private var slots: [UInt16]

  /// Makes a table; a word's number is its position in this list.
  public init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    var size = 8
    while size < words.count * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (index, word) in self.words.enumerated() {
      var slot = word.withUnsafeBufferPointer(Self.hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt16(truncatingIfNeeded: index + 1)
    }
  }

  /// The number of the word that a scalar's text is.
  public func index(of node: Node) -> Int? {
    let record = node.record
    return record.kind == .scalar ? index(of: node.tree.bytes(of: record)) : nil
  }

  private func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if words[index].count == text.count, isEqual(words[index], text) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ word: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let right = text.baseAddress, !text.isEmpty else { return true }
    return word.withUnsafeBytes {
      $0.baseAddress.map { memcmp($0, right, text.count) == 0 } ?? true
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = text.first, let last = text.last else { return 0 }
    return text.count &* 31 &+ Int(first) &* 7 &+ Int(last) &* 13 &+ Int(text[text.count / 2]) &* 3
  }
}
