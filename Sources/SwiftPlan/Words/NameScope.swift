import Diagnostics

/// The names of one scope: each is given once, and who comes second is told of the first.
///
/// Most scopes are small and most names are free, which a bit for the ends and the length of each
/// name tells; only the names of long scopes are hashed.
struct NameScope {
  private struct Owner {
    var name: String
    var place: SourceRange?
  }

  private var owners: [Owner] = []
  private let taken: [String]
  /// The bits of all names.
  private var marks: UInt64
  /// Where the names of a long scope stand among the owners.
  private var places: [String: Int] = [:]

  private static let most = 16

  /// Makes a scope in which some names are taken from the start; they are few, and scopes are many.
  init(taken: [String] = [], count: Int = 0) {
    self.taken = taken
    marks = taken.reduce(0) { $0 | Self.mark($1) }
    owners.reserveCapacity(count)
    if count > Self.most { places.reserveCapacity(count) }
  }

  /// Takes a name; when somebody has it, the author's own spelling where Swift reads it as another
  /// name, else the name with the first free number behind it.
  mutating func take(_ name: String, at place: SourceRange?, spelling: String = "") -> Taken {
    if isFree(name) {
      add(name, at: place)
      return Taken(name: name, first: nil)
    }
    let first = index(of: name).flatMap { owners[$0].place }
    if isFree(spelling), Identifier.isValid(spelling) {
      add(spelling, at: place)
      return Taken(name: spelling, first: first)
    }
    var number = 2
    let bare = name.hasPrefix("`") ? String(name.dropFirst().dropLast()) : name
    while !isFree("\(bare)\(number)") { number += 1 }
    add("\(bare)\(number)", at: place)
    return Taken(name: "\(bare)\(number)", first: first)
  }

  private func isFree(_ name: String) -> Bool {
    if marks & Self.mark(name) == 0 { return true }
    return index(of: name) == nil && !taken.contains(name)
  }

  private func index(of name: String) -> Int? {
    if owners.count > Self.most { return places[name] }
    return owners.firstIndex { $0.name == name }
  }

  private mutating func add(_ name: String, at place: SourceRange?) {
    owners.append(Owner(name: name, place: place))
    marks |= Self.mark(name)
    if owners.count == Self.most + 1 {
      for (index, owner) in owners.enumerated() { places[owner.name] = index }
    } else if owners.count > Self.most {
      places[name] = owners.count - 1
    }
  }

  /// All bits for a name with other letters than ASCII's, which may be spelt in other bytes.
  private static func mark(_ name: String) -> UInt64 {
    guard name.isASCII else { return .max }
    let bytes = name.utf8
    let ends = UInt64(bytes.first ?? 0) &* 3 &+ UInt64(bytes.last ?? 0) &* 7
    return 1 << ((ends &+ UInt64(bytes.count)) & 63)
  }

  /// A name that was given, and who had asked for it before.
  struct Taken {
    var name: String
    var first: SourceRange?
  }
}
