import Generation
import Review

/// The descriptions of two sides that belong together.
struct Pairing {
  /// Those that both sides have.
  private(set) var pairs: [(old: LoadedDescription, new: LoadedDescription)] = []
  /// Those that are gone.
  private(set) var gone: [LoadedDescription]
  /// Those that are new.
  private(set) var added: [LoadedDescription]

  /// One description each makes a pair whatever the names; of several, those of one name, and what
  /// is left when it is the same API in a file of another name.
  init(_ old: [LoadedDescription], _ new: [LoadedDescription]) {
    (gone, added) = (old, new)
    if old.count == 1, new.count == 1 {
      take(0, 0)
      return
    }
    for name in old.map(\.name) {
      if let other = added.firstIndex(where: { $0.name == name }),
        let index = gone.firstIndex(where: { $0.name == name })
      {
        take(index, other)
      }
    }
    while let best = mostAlike { take(best.old, best.new) }
  }

  private mutating func take(_ old: Int, _ new: Int) {
    pairs.append((gone.remove(at: old), added.remove(at: new)))
  }

  /// The two of those that are left which share the most.
  private var mostAlike: (old: Int, new: Int)? {
    var best: (share: Double, old: Int, new: Int)?
    for (index, old) in gone.enumerated() {
      for (other, new) in added.enumerated() where isSameAPI(old.document, new.document) {
        let share = similarity(old.document, new.document)
        if share > best?.share ?? 0 { best = (share, index, other) }
      }
    }
    return best.map { ($0.old, $0.new) }
  }
}
