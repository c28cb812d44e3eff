import Diagnostics

/// The part of a file that is the description: all of it, or a fenced block of a Markdown page.
struct Excerpt {
  var bytes: Range<Int>
  /// The number of lines before it.
  var line: Int
  /// The line on which another fenced description begins, which is not read.
  var further: Int?

  init(_ file: SourceFile) {
    bytes = 0..<file.bytes.count
    line = 0
  }

  fileprivate init(bytes: Range<Int>, line: Int) {
    self.bytes = bytes
    self.line = line
  }
}

/// Finds the fenced block that holds a description; `nil` when there is none.
///
/// A backtick cannot start a line of YAML outside a block scalar, so that a fence before the first
/// key of a description means Markdown, whatever the name of the file.
func fencedDescription(in file: SourceFile) -> Excerpt? {
  var lines = Lines(bytes: file.bytes)
  let mustBeFirst = !file.name.lowercased().hasSuffix(".md")
  var found: Excerpt?
  while let line = lines.next() {
    if let fence = Fence(file.bytes[line.bytes]) {
      guard let excerpt = fence.body(&lines, in: file.bytes), fence.isDescription else { continue }
      if found == nil {
        found = excerpt
      } else {
        found?.further = excerpt.line
        return found
      }
    } else if found == nil, mustBeFirst, isTopKey(file.bytes[line.bytes]) {
      return nil
    }
  }
  return found
}

private struct Fence {
  private let mark: UInt8
  private let width: Int
  private let indent: Int
  let isDescription: Bool

  init?(_ line: ArraySlice<UInt8>) {
    let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let width = rest.prefix { $0 == mark }.count
    guard width >= 3 else { return nil }
    self.mark = mark
    self.width = width
    indent = line.count - rest.count
    let words = String(decoding: rest.dropFirst(width), as: UTF8.self).lowercased()
    let language = words.split { !$0.isLetter }.first ?? ""
    isDescription = ["yaml", "yml", "json", "openapi", "swagger"].contains(language)
  }

  /// Reads up to the closing fence, or the end; `nil` when no line starts a description.
  ///
  /// A fence deeper inside belongs to a block scalar of the description.
  func body(_ lines: inout Lines, in bytes: [UInt8]) -> Excerpt? {
    let start = lines.position
    let number = lines.number
    var end = start
    var isFound = false
    while let line = lines.next() {
      let text = bytes[line.bytes]
      if closes(text) { break }
      end = lines.position
      isFound = isFound || isDescriptionStart(text.drop { $0 == 0x20 || $0 == 0x7B })
    }
    return isFound ? Excerpt(bytes: start..<end, line: number) : nil
  }

  private func closes(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard line.count - rest.count <= indent else { return false }
    let marks = rest.prefix { $0 == mark }.count
    return marks >= width && rest.dropFirst(marks).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

private func isDescriptionStart(_ line: ArraySlice<UInt8>) -> Bool {
  ["openapi:", "swagger:", "\"openapi\"", "\"swagger\"", "'openapi'", "'swagger'"].contains {
    line.starts(with: $0.utf8)
  }
}

/// Whether a line can only be a line of YAML or JSON: a key of a description's top, or a bracket.
private func isTopKey(_ line: ArraySlice<UInt8>) -> Bool {
  guard let first = line.first else { return false }
  if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return true }
  guard let colon = line.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return false }
  return topKeys.contains(String(decoding: line[..<colon], as: UTF8.self))
}

private let topKeys: Set<String> = [
  "openapi", "swagger", "info", "servers", "paths", "components", "tags", "security",
  "externalDocs", "webhooks", "jsonSchemaDialect", "host", "basePath", "schemes", "consumes",
  "produces", "definitions", "parameters", "responses", "securityDefinitions", "overlay",
  "actions", "extends",
]

/// The lines of a text, one after another.
struct Lines {
  let bytes: [UInt8]
  /// The offset of the next line.
  private(set) var position = 0
  /// The number of lines passed.
  private(set) var number = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The next line without its break.
  mutating func next() -> (bytes: Range<Int>, number: Int)? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    position = end + 1
    if end < bytes.count, bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A {
      position += 1
    }
    position = min(position, bytes.count)
    number += 1
    return (start..<end, number)
  }
}
