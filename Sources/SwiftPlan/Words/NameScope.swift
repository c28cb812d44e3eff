import Diagnostics

/// The names of one scope: each is given once, and who comes second is told of the first.
struct NameScope {
  private var owners: [String: SourceRange?] = [:]
  private let taken: [String]

  /// Makes a scope in which some names are taken from the start; they are few, and scopes are many.
  init(taken: [String] = [], count: Int = 0) {
    self.taken = taken
    owners.reserveCapacity(count)
  }

  private func isFree(_ name: String) -> Bool { owners[name] == nil && !taken.contains(name) }

  /// Takes a name; when somebody has it, the author's own spelling where Swift reads it as another
  /// name, else the name with the first free number behind it.
  mutating func take(_ name: String, at place: SourceRange?, spelling: String = "") -> Taken {
    if isFree(name) {
      owners[name] = .some(place)
      return Taken(name: name, first: nil)
    }
    if isFree(spelling), Identifier.isValid(spelling) {
      owners[spelling] = .some(place)
      return Taken(name: spelling, first: owners[name] ?? nil)
    }
    var number = 2
    let bare = name.hasPrefix("`") ? String(name.dropFirst().dropLast()) : name
    while !isFree("\(bare)\(number)") { number += 1 }
    owners["\(bare)\(number)"] = .some(place)
    return Taken(name: "\(bare)\(number)", first: owners[name] ?? nil)
  }

  /// A name that was given, and who had asked for it before.
  struct Taken {
    var name: String
    var first: SourceRange?
  }
}
