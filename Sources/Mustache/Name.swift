/// A name with its hash, so that most comparisons are of two numbers.
struct Name: Sendable, Equatable {
  let hash: UInt64
  let name: String

  init(_ name: String) {
    self.name = name
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = hash
  }

  static func == (left: Name, right: Name) -> Bool {
    left.hash == right.hash && left.name == right.name
  }
}
