/// Puts texts one after the other into the memory of a string that is being made.
struct TextWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  fileprivate private(set) var count = 0

  fileprivate init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func add(_ text: String) {
    count = buffer[count...].update(fromContentsOf: text.utf8)
  }
}

extension String {
  /// Makes a text of at most so many bytes in one piece of memory; appending to it, `+` and
  /// interpolation take a new piece as it grows.
  init(capacity: Int, _ write: (inout TextWriter) -> Void) {
    self.init(unsafeUninitializedCapacity: capacity) { buffer in
      var writer = TextWriter(buffer)
      write(&writer)
      return writer.count
    }
  }

  /// Parts one after the other.
  init(parts: String...) {
    self.init(capacity: parts.reduce(0) { $0 + $1.utf8.count }) { writer in
      for part in parts { writer.add(part) }
    }
  }
}
