import Foundation

/// Memory for bytes that arrive piece by piece and leave in one; `Data` would cost more for each
/// piece than the bytes of it do.
///
/// Who holds it frees it. The memory is nobody else's, so that it may go from thread to thread.
struct ReceivedBytes: @unchecked Sendable {
  private static let smallest = 16 * 1024

  private var start: UnsafeMutableRawPointer?
  private var room = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Sets memory aside; whether there is any.
  @discardableResult mutating func reserve(_ wanted: Int) -> Bool {
    if wanted <= room { return true }
    guard let larger = realloc(start, wanted) else { return false }
    (start, room) = (larger, wanted)
    return true
  }

  /// Takes a copy of bytes; `false` when there is no memory for them.
  mutating func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let wanted = count + bytes.count
    if wanted > room, !reserve(max(wanted, 2 * room, min(Self.smallest, wanted * 4))) {
      return false
    }
    if let start, let source = bytes.baseAddress {
      (start + count).copyMemory(from: source, byteCount: bytes.count)
    }
    count = wanted
    return true
  }

  /// Gives the bytes away with their memory.
  mutating func take() -> Data {
    guard count > 0, let start else { return Data() }
    // What was set aside for more than came goes back.
    let memory = room - count > count / 2 ? realloc(start, count) ?? start : start
    defer { (self.start, room, count) = (nil, 0, 0) }
    return Data(bytesNoCopy: memory, count: count, deallocator: .free)
  }

  mutating func free() {
    Foundation.free(start)
    (start, room, count) = (nil, 0, 0)
  }
}
