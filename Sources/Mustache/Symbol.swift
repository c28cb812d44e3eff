import Synchronization

/// A name as a number, the same wherever the name is used, so that finding one compares no texts.
public struct Symbol: Hashable, Sendable {
  let number: Int

  init(_ name: String) {
    number = Self.known.withLock { known in
      if let number = known[name] { return number }
      known[name] = known.count
      return known.count - 1
    }
  }

  /// One of 64 bits: most questions are for names that an outer object has.
  var mark: UInt64 { 1 << UInt64(number & 63) }

  /// Names are those of shapes and templates, which are few.
  private static let known = Mutex<[String: Int]>([:])
}
