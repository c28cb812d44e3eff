import Foundation

extension Tree {
  /// Whether a scalar's bytes are exactly this text.
  func hasText(_ record: Record, _ other: String) -> Bool {
    var other = other
    return text.withUnsafeBufferPointer { text in
      other.withUTF8 { isEqual($0, record, in: text) }
    }
  }

  /// The place of a key in a mapping; the one loop that every stage reads through.
  func key(_ key: String, of mapping: Int) -> Int? {
    var key = key
    return key.withUTF8 { wanted in
      records.withUnsafeBufferPointer { records in
        text.withUnsafeBufferPointer { text in
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
