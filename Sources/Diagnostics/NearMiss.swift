/// The candidate that a misspelt word most likely meant; `nil` when none is close.
public func nearMiss(_ word: String, among candidates: some Sequence<String>) -> String? {
  let lower = Array(word.lowercased().utf8)
  let limit = lower.count < 4 ? 1 : min(3, max(1, lower.count / 3))
  var best: (distance: Int, word: String)?
  for candidate in candidates {
    // Few words are about as long; letters beyond ASCII may change their length with their case.
    guard abs(candidate.utf8.count - lower.count) <= limit + 2 else { continue }
    let other = Array(candidate.lowercased().utf8)
    guard candidate != word, abs(other.count - lower.count) <= limit else { continue }
    let distance = editDistance(lower, other)
    guard distance <= limit, distance < other.count else { continue }
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.word
}

/// The few candidates that a word may have meant, the likeliest first: those that it may be a
/// misspelling of, else those that have all of its parts, as `max-length` has those of `maxLength`.
public func nearMisses(_ word: String, among candidates: [String], limit: Int = 3) -> [String] {
  var found: [String] = []
  while found.count < limit,
    let next = nearMiss(word, among: candidates.lazy.filter { !found.contains($0) })
  {
    found.append(next)
  }
  if !found.isEmpty { return found }
  let parts = wordParts(word)
  guard !parts.isEmpty else { return [] }
  let whole = parts.joined(separator: "-")
  let holders = candidates.filter { Set(wordParts($0)).isSuperset(of: parts) }
  // Those that have the parts beside each other first.
  let order = { (name: String) in (name.contains(whole) ? 0 : 1, name.count) }
  return Array(holders.sorted { order($0) < order($1) }.prefix(limit))
}

/// The words in a name, whichever way it joins them.
private func wordParts(_ name: String) -> [String] {
  var parts = [""]
  for character in name {
    if !character.isLetter && !character.isNumber {
      parts.append("")
    } else if character.isUppercase, parts.last?.last?.isLowercase == true {
      parts.append(character.lowercased())
    } else {
      parts[parts.count - 1] += character.lowercased()
    }
  }
  return parts.filter { !$0.isEmpty }
}

/// Insertions, deletions, replacements and swaps of neighbours between two texts.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for i in 0..<left.count {
    var row = [i + 1]
    for j in 0..<right.count {
      var cost = min(row[j], previous[j + 1]) + 1
      cost = min(cost, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, before[j - 1] + 1)
      }
      row.append(cost)
    }
    before = previous
    previous = row
  }
  return previous[right.count]
}
