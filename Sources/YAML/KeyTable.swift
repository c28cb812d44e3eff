import Foundation

/// Finds equal keys of one mapping; its buffers are used again for the next mapping.
struct KeyTable {
  private(set) var keys: [Int] = []
  private(set) var merges: [Int] = []
  /// Keys that are no scalars.
  private(set) var nested: [Int] = []
  private var slots: [Int32] = []
  /// Differs from run to run, so that nobody can prepare keys that collide.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  /// Collects the scalar keys of a mapping that is about to close; tells whether one merges.
  mutating func collect(_ mapping: Int, in arena: borrowing Arena) -> Bool {
    keys.removeAll(keepingCapacity: true)
    merges.removeAll(keepingCapacity: true)
    nested.removeAll(keepingCapacity: true)
    let records = arena.records.elements
    var key = mapping + 1
    while key < records.count {
      let target = records[key].kind == .alias ? Int(records[key].start) : key
      if records[target].kind == .scalar {
        if records[key].length == 2, records[key].isPlain, arena.isMergeKey(records[key]) {
          merges.append(key)
        } else {
          keys.append(key)
        }
      } else {
        nested.append(key)
      }
      key = Int(records[Int(records[key].end)].end)
    }
    return !merges.isEmpty
  }

  /// Each key whose text came before, after the key that it repeats.
  mutating func duplicates(in arena: borrowing Arena) -> [(first: Int, second: Int)] {
    duplicates(Scalars(records: arena.records.elements, text: arena.text.elements))
  }

  /// Whether scalars of a finished tree have texts of which each is another.
  static func areDifferent(_ scalars: [Int], in tree: Tree) -> Bool {
    var table = KeyTable()
    table.keys = scalars
    return table.duplicates(Scalars(records: tree.records, text: tree.text)).isEmpty
  }

  private mutating func duplicates(_ scalars: Scalars) -> [(first: Int, second: Int)] {
    var found: [(first: Int, second: Int)] = []
    if keys.count <= 8 {
      compareAll(scalars, &found)
    } else {
      compareByHash(scalars, &found)
    }
    return found
  }

  private func compareAll(_ scalars: Scalars, _ found: inout [(first: Int, second: Int)]) {
    for second in keys.indices.dropFirst() {
      for first in 0..<second where scalars.equal(keys[first], keys[second]) {
        found.append((keys[first], keys[second]))
        break
      }
    }
  }

  private mutating func compareByHash(
    _ scalars: Scalars, _ found: inout [(first: Int, second: Int)]
  ) {
    var size = 32
    while size < keys.count * 2 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: size))
    for position in keys.indices {
      var slot = Int(truncatingIfNeeded: scalars.hash(keys[position], seed: Self.seed)) & (size - 1)
      var isNew = true
      while slots[slot] >= 0 {
        let first = keys[Int(slots[slot])]
        if scalars.equal(first, keys[position]) {
          found.append((first, keys[position]))
          isNew = false
          break
        }
        slot = (slot + 1) & (size - 1)
      }
      if isNew { slots[slot] = Int32(truncatingIfNeeded: position) }
    }
  }

  /// The texts of scalar records, without a copy.
  private struct Scalars {
    let records: UnsafeBufferPointer<Tree.Record>
    let text: UnsafeBufferPointer<UInt8>

    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
      var record = records[index]
      if record.kind == .alias { record = records[Int(record.start)] }
      let start = Int(record.start)
      return UnsafeBufferPointer(rebasing: text[start..<start + Int(record.length)])
    }

    func equal(_ left: Int, _ right: Int) -> Bool {
      let (a, b) = (bytes(left), bytes(right))
      guard a.count == b.count else { return false }
      guard let left = a.baseAddress, let right = b.baseAddress else { return true }
      return memcmp(left, right, a.count) == 0
    }

    func hash(_ index: Int, seed: UInt64) -> UInt64 {
      var state = seed
      for byte in bytes(index) {
        let product = (state ^ UInt64(byte)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        state = product.high ^ product.low ^ seed
      }
      return state
    }
  }
}

extension Arena {
  func isMergeKey(_ record: Tree.Record) -> Bool {
    let start = Int(record.start)
    return record.kind == .scalar && text[start] == 0x3C && text[start + 1] == 0x3C
  }
}
