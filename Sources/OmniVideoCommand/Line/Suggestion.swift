/// Words around the candidate that a misspelt word most likely meant; `nil` when none is close.
func suggestion(
  _ word: String, among candidates: [String], _ words: (String) -> String
) -> String? {
  let ranked = candidates.map { (cost: cost($0, word), name: $0) }.min { $0.cost < $1.cost }
  guard let best = ranked, best.cost > 0, best.cost <= max(1, word.count / 3) else { return nil }
  return words(best.name)
}

/// How many letters must be put in, taken out or changed to make one word of the other.
private func cost(_ one: String, _ other: String) -> Int {
  let (one, other) = (Array(one.lowercased()), Array(other.lowercased()))
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var corner = row[0]
    row[0] = i + 1
    for (j, candidate) in other.enumerated() {
      let changed = corner + (letter == candidate ? 0 : 1)
      corner = row[j + 1]
      row[j + 1] = min(changed, min(row[j], corner) + 1)
    }
  }
  return row[other.count]
}
