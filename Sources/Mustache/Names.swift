/// The names of an object, found by their hashes.
final class Names: Sendable {
  let all: [Name]
  private let hashes: [UInt64]
  /// A bit for the end of each hash: most questions are for names that an outer object has.
  private let ends: UInt64

  init(_ names: [Name]) {
    all = names
    hashes = names.map(\.hash)
    ends = hashes.reduce(0) { $0 | 1 << ($1 & 63) }
  }

  func index(of key: Name) -> Int? {
    guard ends & 1 << (key.hash & 63) != 0 else { return nil }
    for index in hashes.indices where hashes[index] == key.hash && all[index].name == key.name {
      return index
    }
    return nil
  }
}
