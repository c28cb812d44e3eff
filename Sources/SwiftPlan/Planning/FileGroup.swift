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
  /// Its name below that of the file, for where words put too much together.
  var text = ""
}

extension FileGroup {
  /// One file for everything whose words begin the same; where that is too long, files for what
  /// shares the next word as well, and where that leaves too much over, for what shares letters.
  static func split(
    _ entries: [Filed<Item>], name: String, depth: Int, limit: Int = Page.lines
  ) -> [FileGroup] {
    guard entries.reduce(0, { $0 + $1.lines }) > limit, entries.count > 1 else {
      return [FileGroup(name: name, items: entries.map(\.item))]
    }
    let (rest, groups) = divided(entries, depth)
    let most = limit + Page.mostLines - Page.lines
    return lettered(rest, name: name, letters: 0, most: most)
      + groups.flatMap { group in
        split(group.items, name: name + group.name, depth: depth + 1, limit: limit)
      }
  }

  /// What stays, and what shares its next word with enough others to be worth a file.
  private static func divided(
    _ entries: [Filed<Item>], _ depth: Int
  ) -> (rest: [Filed<Item>], groups: [FileGroup<Filed<Item>>]) {
    let words = Dictionary(grouping: entries) { $0.words.dropFirst(depth).first ?? "" }
    let sizes = words.mapValues { $0.reduce(0) { $0 + $1.lines } }
    let staying = Set(sizes.filter { $0.value < Page.worthwhile }.keys).union([""])
    let rest = entries.filter { staying.contains($0.words.dropFirst(depth).first ?? "") }
    let groups = words.filter { !staying.contains($0.key) }
      .map { FileGroup<Filed<Item>>(name: $0.key, items: $0.value) }
      .sorted { $0.name < $1.name }
    return (rest, groups)
  }

  /// One file for all; where that is too long, files for those whose names begin the same.
  private static func lettered(
    _ entries: [Filed<Item>], name: String, letters: Int, most: Int
  ) -> [FileGroup] {
    guard let first = entries.first else { return [] }
    let isLong = entries.reduce(0) { $0 + $1.lines } > most
    guard isLong, entries.contains(where: { $0.text.count > letters && $0.text != first.text })
    else {
      return [FileGroup(name: name + first.text.prefix(letters), items: entries.map(\.item))]
    }
    return Dictionary(grouping: entries) { $0.text.prefix(letters + 1) }
      .sorted { $0.key < $1.key }
      .flatMap { lettered($0.value, name: name, letters: letters + 1, most: most) }
  }
}
