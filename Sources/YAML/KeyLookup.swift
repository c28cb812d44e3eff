import Foundation

extension Tree {
  /// The bytes of a scalar's text.
  func bytes(of scalar: Record) -> UnsafeBufferPointer<UInt8> {
    let start = Int(scalar.start)
    return UnsafeBufferPointer(rebasing: text[start..<start + Int(scalar.length)])
  }

  /// Whether a scalar's bytes are exactly these.
  func hasText(_ scalar: Record, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(scalar.length) == wanted.count else { return false }
    guard let left = wanted.baseAddress, let right = text.baseAddress, !wanted.isEmpty else {
      return true
    }
    return memcmp(left, right + Int(scalar.start), wanted.count) == 0
  }

  /// The place of a key in a mapping.
  func key(_ key: String, of mapping: Int) -> Int? {
    var key = key
    return key.withUTF8 { self.key($0, of: mapping) }
  }

  /// The place of a key in a mapping; the one loop that every stage reads through.
  func key(_ wanted: UnsafeBufferPointer<UInt8>, of mapping: Int) -> Int? {
    let records = self.records
    guard records[mapping].mayHold(wanted) else { return nil }
    var index = mapping + 1
    let end = Int(records[mapping].end)
    while index < end {
      let record = records[index]
      let value = Int(record.end)
      let scalar = record.kind == .alias ? records[Int(record.start)] : record
      if scalar.kind == .scalar, Int(scalar.length) == wanted.count, !record.isMerge,
        hasText(scalar, wanted)
      {
        return index
      }
      index = Int(records[value].end)
    }
    return nil
  }
}

extension Tree.Record {
  /// One of 64 bits, told by a key's length and ends.
  @inlinable @inline(__always)
  static func mark(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = key.count
    guard count > 0 else { return 1 }
    let mix = UInt64(truncatingIfNeeded: count) &* 7 &+ UInt64(key[0]) &* 3
    return 1 << ((mix &+ UInt64(key[count - 1]) &* 5) & 63)
  }

  /// The marks of all the keys of a mapping.
  @inlinable
  var marks: UInt64 {
    get { UInt64(start) | UInt64(length) << 32 }
    set {
      start = UInt32(truncatingIfNeeded: newValue)
      length = UInt32(truncatingIfNeeded: newValue >> 32)
    }
  }

  /// Whether it is a mapping that may have this key.
  @inlinable @inline(__always)
  func mayHold(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    kind == .mapping && marks & Self.mark(key) != 0
  }
}

extension Arena {
  /// Gives every mapping the marks of its keys, when their texts are final.
  mutating func markKeys() {
    let (records, text) = (records.mutableElements, text.elements)
    for mapping in records.indices where records[mapping].kind == .mapping {
      var marks: UInt64 = 0
      var index = mapping + 1
      let end = Int(records[mapping].end)
      while index < end {
        let record = records[index]
        let key = record.kind == .alias ? records[Int(record.start)] : record
        if key.kind == .scalar {
          let start = Int(key.start)
          marks |= Tree.Record.mark(
            UnsafeBufferPointer(rebasing: text[start..<start + Int(key.length)]))
        }
        index = Int(records[Int(record.end)].end)
      }
      records[mapping].marks = marks
    }
  }
}
