import Diagnostics

/// Says in people's words what libyaml stumbled over, and what would mend it.
struct SyntaxAdvice {
  /// A change to try; offsets count in the text that was read.
  struct Proposal {
    var title: String
    var edits: [Fix.Edit]
    /// The last line that it changes, counted in the file.
    var lastLine: Int
  }

  private(set) var message: String
  private(set) var label: String?
  private(set) var help: String?
  private(set) var note: (message: String, place: Position)?
  /// What to try, the best first.
  private(set) var fixes: [Proposal] = []

  private let failure: SyntaxFailure
  private let bytes: [UInt8]
  private let lineOffset: Int

  init(_ failure: SyntaxFailure, in bytes: [UInt8], after lineOffset: Int) {
    self.failure = failure
    self.bytes = bytes
    self.lineOffset = lineOffset
    let words = SyntaxAdvice.words[failure.problem]
    message = words?.message ?? failure.problem
    help = words?.help
    if failure.problem.hasPrefix("found unexpected end of stream"), !failure.context.isEmpty {
      message = "the text ends inside a quoted value"
      note = ("the value starts here", failure.start)
    }
    if failure.context.contains("flow"), failure.start != failure.place {
      note = ("the bracket that is open starts here", failure.start)
    }
    describeCharacter()
    let lines = TextLines(bytes, around: failure.place.line - lineOffset)
    guard let lines, let mark = lines.offset(ofColumn: failure.place.column, in: bytes) else {
      return
    }
    if mark < bytes.count, bytes[mark] == 0x09 {
      proposeSpaces(lines, mark)
    } else {
      proposeQuotes(lines, mark)
    }
  }

  /// libyaml's words, ours, and what to do when there is no fix.
  private static let words: [String: (message: String, help: String?)] = [
    "mapping values are not allowed in this context": (
      "mapping values are not allowed here",
      "quote the value if ': ' is part of it, or correct the indentation"
    ),
    "did not find expected key": (
      "expected a key here",
      "a key lines up with the other keys of its mapping; quote a value that holds quotes or brackets"
    ),
    "could not find expected ':'": (
      "expected ':' after this key",
      "add ':', or indent the line if it continues the value above"
    ),
    "block sequence entries are not allowed in this context": (
      "a list item is not allowed here",
      "start the list on a line of its own, or quote the value if it starts with '-'"
    ),
    "did not find expected '-' indicator": (
      "expected '-' here", "items of a list line up; indent what belongs to an item further"
    ),
    "did not find expected ',' or ']'": (
      "expected ',' or ']' here", "close the list with ']', or quote its items"
    ),
    "did not find expected ',' or '}'": (
      "expected ',' or '}' here", "close the mapping with '}', or quote its values"
    ),
    "did not find expected <document start>": (
      "nothing may follow the end of the document", "correct the indentation of this line"
    ),
    "found unknown escape character": (
      "there is no such escape in double quotes",
      "write a backslash as '\\\\', or use single quotes, where it means itself"
    ),
    "found a tab character where an indentation space is expected": (
      "a tab cannot indent", "indent with spaces"
    ),
    "found a tab character that violates indentation": (
      "a tab cannot indent", "indent with spaces"
    ),
    "control characters are not allowed": (
      "a control character is not allowed here",
      "remove it, or write it as an escape in double quotes"
    ),
    "did not find expected comment or line break": (
      "nothing may follow '|' or '>' on its line",
      "start the text on the next line, indented, or quote the value"
    ),
    "did not find expected alphabetic or numeric character": (
      "a name is expected after '*' or '&'", "quote the value if it is text"
    ),
    "did not find expected node content": (
      "expected a value here", "write one, or close the bracket that is open"
    ),
    "found unexpected ':'": (
      "a ':' is not allowed here", "put a space behind it, or quote the value"
    ),
    "found unknown directive name": (
      "there is no such directive", "quote the value if it starts with '%'"
    ),
    "could not find expected directive name": (
      "the name of a directive is expected after '%'", "quote the value if it starts with '%'"
    ),
    "found incompatible YAML document": (
      "this version of YAML is not known", "remove the line that begins with '%YAML'"
    ),
  ]
}

// MARK: - Fixes

extension SyntaxAdvice {
  private mutating func describeCharacter() {
    guard failure.problem == "found character that cannot start any token" else { return }
    message = "a value cannot start with this character"
    help = "quote the value"
  }

  private mutating func proposeSpaces(_ lines: TextLines, _ tab: Int) {
    message = "a tab cannot indent"
    label = "YAML is indented with spaces"
    help = "replace the tab by spaces"
    fixes = lines.spaceProposals(for: tab, in: bytes).map {
      Proposal(
        title: "replace tabs by spaces", edits: $0.edits,
        lastLine: $0.lastLine + lineOffset)
    }
  }

  private mutating func proposeQuotes(_ lines: TextLines, _ mark: Int) {
    let entry = EntryLine(lines.line, in: bytes)
    if entry.hasKey, mark == entry.key.lowerBound, let reserved = reserved(mark) {
      label = "a plain key may not start with '\(reserved)'"
      propose("quote the key", [edit(entry.key, Quoting.quoted(bytes[entry.key]))])
      return
    }
    guard entry.value.contains(mark) || mark == entry.value.upperBound,
      let first = bytes[entry.value].first
    else { return }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): proposeForQuoted(entry, lines, mark)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard isClosed(entry.value.lowerBound..<mark), !lines.continues(entry, in: bytes) else {
        return
      }
      let sign = Character(UnicodeScalar(first))
      label = "a value that starts with '\(sign)' ends at its bracket"
      propose("quote the value", [edit(entry.value, Quoting.quoted(bytes[entry.value]))])
    case UInt8(ascii: "*"), UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard mark > entry.value.lowerBound, !lines.continues(entry, in: bytes) else { return }
      label = "a plain value may not start with '\(Character(UnicodeScalar(first)))'"
      propose("quote the value", [edit(entry.value, Quoting.quoted(bytes[entry.value]))])
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      // What stands right behind the sign is no name, so that it was meant as text: '&amp; more'.
      guard failure.problem.hasPrefix("did not find expected alphabetic"),
        !lines.continues(entry, in: bytes)
      else { return }
      label = "a plain value may not start with '\(Character(UnicodeScalar(first)))'"
      propose("quote the value", [edit(entry.value, Quoting.quoted(bytes[entry.value]))])
    case UInt8(ascii: "#"): return
    case UInt8(ascii: "-") where mark == entry.value.lowerBound && entry.hasKey:
      guard !lines.continues(entry, in: bytes) else { return }
      label = "a list does not start on the line of its key"
      propose("quote the value", [edit(entry.value, Quoting.quoted(bytes[entry.value]))])
    default: proposeForPlain(entry, lines, mark)
    }
  }

  private mutating func proposeForPlain(_ entry: EntryLine, _ lines: TextLines, _ mark: Int) {
    if mark == entry.value.lowerBound, let reserved = reserved(mark) {
      label = "a plain value may not start with '\(reserved)'"
    } else if mark < bytes.count, bytes[mark] == UInt8(ascii: ":"), entry.hasKey,
      failure.problem.hasPrefix("mapping values")
    {
      label = "a plain value may not contain ': '"
    } else {
      return
    }
    guard let (range, lastLine) = lines.plainValue(entry, in: bytes) else { return }
    propose(
      "quote the value", [edit(range, Quoting.quoted(bytes[range]))],
      lastLine: lastLine + lineOffset)
  }

  private mutating func proposeForQuoted(_ entry: EntryLine, _ lines: TextLines, _ mark: Int) {
    guard failure.problem == "did not find expected key", mark > entry.value.lowerBound,
      !lines.continues(entry, in: bytes)
    else { return }
    let value = bytes[entry.value]
    label = "the quoted value ends before this"
    if value.last == value.first {
      guard let escaped = Quoting.escapedInside(value) else { return }
      propose("escape the quotes inside the value", [edit(entry.value, escaped)])
    } else {
      propose("quote the whole value", [edit(entry.value, Quoting.quoted(value))])
    }
  }

  private func reserved(_ mark: Int) -> Character? {
    // The signs of brackets mean something inside of one.
    let signs = failure.context.contains("flow") ? "@`%" : "@`%,]}"
    guard mark < bytes.count, signs.utf8.contains(bytes[mark]) else { return nil }
    return Character(UnicodeScalar(bytes[mark]))
  }

  private func isClosed(_ range: Range<Int>) -> Bool {
    var depth = 0
    for byte in bytes[range] {
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
    }
    return depth == 0
  }

  private func edit(_ range: Range<Int>, _ replacement: String) -> Fix.Edit {
    Fix.Edit(bytes: range, replacement: replacement)
  }

  private mutating func propose(_ title: String, _ edits: [Fix.Edit], lastLine: Int? = nil) {
    fixes.append(
      Proposal(title: title, edits: edits, lastLine: lastLine ?? failure.place.line))
  }
}
