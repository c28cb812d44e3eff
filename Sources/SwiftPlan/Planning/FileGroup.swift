/// A file's name and what stands in it.
struct FileGroup<Item> {
  var name: String
  var items: [Item]
}

/// Something that wants a place in a file.
struct Filed<Item> {
  var item: Item
  /// The words that decide on the file: never a position, so that an unrelated edit moves nothing.
  var words: [String]
  /// About how many lines it takes.
  var lines: Int
}

extension FileGroup {
  /// One file for everything whose words begin the same; where that is too long, files for what
  /// shares the next word as well.
  static func split(
    _ entries: [Filed<Item>], name: String, depth: Int, limit: Int = Page.lines
  ) -> [FileGroup] {
    guard entries.reduce(0, { $0 + $1.lines }) > limit, entries.count > 1 else {
      return [FileGroup(name: name, items: entries.map(\.item))]
    }
    let (rest, groups) = divided(entries, depth, limit)
    let own = rest.isEmpty ? [] : [FileGroup(name: name, items: rest.map(\.item))]
    return own
      + groups.flatMap { group in
        split(group.items, name: name + group.name, depth: depth + 1, limit: limit)
      }
  }

  /// What stays, and what shares its next word with enough others to be worth a file.
  static func divided(
    _ entries: [Filed<Item>], _ depth: Int, _ limit: Int
  ) -> (rest: [Filed<Item>], groups: [FileGroup<Filed<Item>>]) {
    let words = Dictionary(grouping: entries) { $0.words.dropFirst(depth).first ?? "" }
    let sizes = words.mapValues { $0.reduce(0) { $0 + $1.lines } }
    let small = Set(sizes.filter { $0.value < Page.worthwhile }.keys)
    let stay = sizes.filter { small.contains($0.key) || $0.key.isEmpty }.values.reduce(0, +)
    let staying = stay > max(limit, Page.mostLines) ? [""] : small.union([""])
    let rest = entries.filter { staying.contains($0.words.dropFirst(depth).first ?? "") }
    let groups = words.filter { !staying.contains($0.key) }
      .map { FileGroup<Filed<Item>>(name: $0.key, items: $0.value) }
      .sorted { $0.name < $1.name }
    return (rest, groups)
  }
}
