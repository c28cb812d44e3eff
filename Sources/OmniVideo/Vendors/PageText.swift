/// What a proxy's page says, on one line.
struct PageText: Sendable {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The page's title, or its words without tags.
  var line: String {
    guard isPage else { return words(text) }
    let title = words(title ?? plain)
    return title.isEmpty ? "a web page" : "a web page, “\(title)”"
  }

  private var isPage: Bool {
    let start = text.prefix(100).lowercased()
    return start.contains("<html") || start.contains("<!doctype html")
  }

  private var title: String? {
    let small = text.lowercased()
    // Offsets of characters agree only where lowercasing changes none.
    guard small.count == text.count, let start = small.firstRange(of: "<title>"),
      let end = small[start.upperBound...].firstRange(of: "</title>")
    else { return nil }
    let from = small.distance(from: small.startIndex, to: start.upperBound)
    let length = small.distance(from: start.upperBound, to: end.lowerBound)
    return String(text.dropFirst(from).prefix(length))
  }

  private var plain: String {
    var isTag = false
    var result = ""
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { result.append(character) }
      if character == ">" {
        isTag = false
        result.append(" ")
      }
    }
    return result
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
