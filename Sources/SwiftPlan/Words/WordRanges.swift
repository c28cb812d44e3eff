/// Where words stand in a text, told by the kinds of its characters.
struct WordRanges<Text: RandomAccessCollection>: Sequence, IteratorProtocol
where Text.Element == LetterKind, Text.Index == Int {
  private let text: Text
  private var position: Int

  init(_ text: Text) {
    self.text = text
    position = text.startIndex
  }

  mutating func next() -> Range<Int>? {
    while position < text.endIndex, text[position] == .other { position += 1 }
    guard position < text.endIndex else { return nil }
    let start = position
    position += 1
    while position < text.endIndex {
      let kind = text[position]
      if kind == .other || kind == .upper && startsWord(position) { break }
      position += 1
    }
    return start..<position
  }

  /// Whether a capital begins a word of its own behind another letter.
  private func startsWord(_ index: Int) -> Bool {
    let isBeforeLower = index + 1 < text.endIndex && text[index + 1].isLower
    return switch text[index - 1] {
    case .lower, .pluralS: true
    case .number: isBeforeLower
    case .upper: isBeforeLower && !isPlural(index)
    case .letter, .other: false
    }
  }

  /// In `imageURLs` the `s` belongs to the initialism before it.
  private func isPlural(_ index: Int) -> Bool {
    guard index + 1 < text.endIndex, text[index + 1] == .pluralS else { return false }
    return index + 2 == text.endIndex || !text[index + 2].isLower
  }
}
