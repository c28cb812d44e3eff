import Diagnostics

/// The names of one scope: each is given once, and who comes second is told of the first.
struct NameScope {
  private var owners: [String: SourceRange?] = [:]

  /// Makes a scope in which some names are taken from the start.
  init(taken: some Sequence<String> = []) {
    for name in taken { owners[name] = .some(nil) }
  }

  /// Takes a name; when somebody has it, the author's own spelling where Swift reads it as another
  /// name, else the name with the first free number behind it.
  mutating func take(_ name: String, at place: SourceRange?, spelling: String = "") -> Taken {
    if owners[name] == nil {
      owners[name] = .some(place)
      return Taken(name: name, first: nil)
    }
    if owners[spelling] == nil, Identifier.isValid(spelling) {
      owners[spelling] = .some(place)
      return Taken(name: spelling, first: owners[name] ?? nil)
    }
    var number = 2
    let bare = name.hasPrefix("`") ? String(name.dropFirst().dropLast()) : name
    while owners["\(bare)\(number)"] != nil { number += 1 }
    owners["\(bare)\(number)"] = .some(place)
    return Taken(name: "\(bare)\(number)", first: owners[name] ?? nil)
  }

  /// A name that was given, and who had asked for it before.
  struct Taken {
    var name: String
    var first: SourceRange?
  }
}
