/// The names of an object, found by their hashes; thousands of objects may share them.
public final class Names: Sendable {
  let all: [Name]
  private let hashes: [UInt64]
  /// A bit for the end of each hash: most questions are for names that an outer object has.
  let ends: UInt64

  /// Makes a table of different names.
  public convenience init(_ names: [String]) { self.init(names.map(Name.init)) }

  init(_ names: [Name]) {
    all = names
    hashes = names.map(\.hash)
    ends = names.reduce(0) { $0 | $1.end }
  }

  func index(of key: Name) -> Int? {
    guard ends & key.end != 0 else { return nil }
    for index in hashes.indices where hashes[index] == key.hash && all[index].name == key.name {
      return index
    }
    return nil
  }
}

extension Name {
  /// The end of the hash as one of 64 bits.
  var end: UInt64 { 1 << (hash & 63) }
}
