import Diagnostics

/// The names of one scope: each is given once, and who comes second is told of the first.
///
/// A table of its own, because most names are free, and a dictionary would hash each of them twice.
struct NameScope {
  private struct Owner {
    var name: String
    var place: SourceRange?
  }

  private var owners: [Owner] = []
  /// The owner of a name, counted from 1, at the name's hash or in the first free place behind it;
  /// half of the places are free.
  private var slots: [Int32]

  /// Makes a scope in which some names are taken from the start; `count` more are expected.
  init(taken: [String] = [], count: Int = 8) {
    let most = taken.count + count
    owners.reserveCapacity(most)
    var room = 16
    while room < 2 * most { room *= 2 }
    slots = Array(repeating: 0, count: room)
    for name in taken {
      let found = find(name)
      if found.owner == nil { add(name, at: nil, found.slot) }
    }
  }

  /// Takes a name; when somebody has it, the author's own spelling where Swift reads it as another
  /// name, else the name with the first free number behind it.
  mutating func take(_ name: String, at place: SourceRange?, spelling: String = "") -> Taken {
    let found = find(name)
    guard let owner = found.owner else {
      add(name, at: place, found.slot)
      return Taken(name: name, first: nil)
    }
    let first = owners[owner].place
    let spelt = find(spelling)
    if spelt.owner == nil, Identifier.isValid(spelling) {
      add(spelling, at: place, spelt.slot)
      return Taken(name: spelling, first: first)
    }
    let bare = name.hasPrefix("`") ? String(name.dropFirst().dropLast()) : name
    var number = 2
    while find("\(bare)\(number)").owner != nil { number += 1 }
    add("\(bare)\(number)", at: place, find("\(bare)\(number)").slot)
    return Taken(name: "\(bare)\(number)", first: first)
  }

  /// Who has a name, and its slot or the one that it would get.
  private func find(_ name: String) -> (owner: Int?, slot: Int) {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] > 0 {
      let owner = Int(slots[slot]) - 1
      if owners[owner].name == name { return (owner, slot) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, slot)
  }

  private mutating func add(_ name: String, at place: SourceRange?, _ slot: Int) {
    owners.append(Owner(name: name, place: place))
    slots[slot] = Int32(owners.count)
    guard owners.count * 2 > slots.count else { return }
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, owner) in owners.enumerated() { slots[find(owner.name).slot] = Int32(index + 1) }
  }

  /// The same for all names with other letters than ASCII's, which may be spelt in other bytes.
  private static func hash(_ name: String) -> Int {
    let hash = name.utf8.withContiguousStorageIfAvailable { bytes -> UInt64 in
      guard bytes.isASCII else { return 0 }
      return bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    return hash.map { Int(truncatingIfNeeded: $0 ^ $0 >> 32) } ?? 0
  }

  /// A name that was given, and who had asked for it before.
  struct Taken {
    var name: String
    var first: SourceRange?
  }
}
