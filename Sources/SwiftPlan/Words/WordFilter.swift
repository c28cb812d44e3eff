/// Tells quickly that a name is none of some words, which few names are: a bit for the first letter
/// of each word, by its length.
struct WordFilter {
  private var firsts: [UInt32] = []

  init(_ words: some Sequence<String>) {
    for word in words {
      let length = word.utf8.count
      if length >= firsts.count { firsts += Array(repeating: 0, count: length + 1 - firsts.count) }
      firsts[length] |= Self.first(word)
    }
  }

  /// Whether a name may be one of the words; nearly always right, never wrong to say no.
  func mayHold(_ name: String) -> Bool {
    let length = name.utf8.count
    return length < firsts.count && firsts[length] & Self.first(name) != 0
  }

  private static func first(_ word: String) -> UInt32 { 1 << UInt32((word.utf8.first ?? 0) & 31) }
}
