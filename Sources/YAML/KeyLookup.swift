import Foundation

extension Tree {
  /// Whether a scalar's bytes are exactly this text.
  func hasText(_ record: Record, _ other: String) -> Bool {
    var other = other
    return text.withUnsafeBufferPointer { text in
      other.withUTF8 { isEqual($0, record, in: text) }
    }
  }

  /// The place of a key in a mapping.
  func key(_ key: String, of mapping: Int) -> Int? {
    var key = key
    return key.withUTF8 { self.key($0, of: mapping) }
  }

  /// The place of a key in a mapping; the one loop that every stage reads through.
  ///
  /// Most keys that are asked for are not there, which the marks of the mapping mostly tell.
  func key(_ wanted: UnsafeBufferPointer<UInt8>, of mapping: Int) -> Int? {
    records.withUnsafeBufferPointer { records in
      guard records[mapping].length & keyMark(wanted) != 0 else { return nil }
      return text.withUnsafeBufferPointer { text in
        var index = mapping + 1
        let end = Int(records[mapping].end)
        while index < end {
          let record = records[index]
          let value = Int(record.end)
          let scalar = record.kind == .alias ? records[Int(record.start)] : record
          if scalar.kind == .scalar, Int(scalar.length) == wanted.count, !record.isMerge,
            isEqual(wanted, scalar, in: text)
          {
            return index
          }
          index = Int(records[value].end)
        }
        return nil
      }
    }
  }

  private func isEqual(
    _ wanted: UnsafeBufferPointer<UInt8>, _ record: Record, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (start, length) = (Int(record.start), Int(record.length))
    guard length == wanted.count, start + length <= text.count else { return false }
    guard length > 0, let left = wanted.baseAddress, let right = text.baseAddress else {
      return length == 0
    }
    return memcmp(left, right + start, length) == 0
  }
}

/// One of 32 bits, told by a key's length and ends; a mapping has those of all its keys.
private func keyMark(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
  guard let first = key.first, let last = key.last else { return 1 }
  let mix = UInt32(truncatingIfNeeded: key.count) &* 7 &+ UInt32(first) &* 3 &+ UInt32(last) &* 5
  return 1 << (mix & 31)
}

extension Arena {
  /// Gives every mapping the marks of its keys; `text` is that of the finished tree.
  mutating func markKeys(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { text in
      withRecords { records in
        for mapping in records.indices where records[mapping].kind == .mapping {
          var marks: UInt32 = 0
          var index = mapping + 1
          let end = Int(records[mapping].end)
          while index < end {
            let record = records[index]
            let key = record.kind == .alias ? records[Int(record.start)] : record
            if key.kind == .scalar {
              let start = Int(key.start)
              marks |= keyMark(
                UnsafeBufferPointer(rebasing: text[start..<start + Int(key.length)]))
            }
            index = Int(records[Int(record.end)].end)
          }
          records[mapping].length = marks
        }
      }
    }
  }
}
