import Diagnostics
import Testing

@Suite struct ListingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var diagnostic: Diagnostic
    var text: String
  }

  static func file(_ text: String) -> SourceFile { SourceFile(name: "x.yaml", text: text) }

  static func at(_ file: SourceFile, _ line: Int, _ column: Int, to end: Int? = nil) -> SourceRange
  {
    SourceRange(
      file: file, start: Position(line: line, column: column),
      end: end.map { Position(line: line, column: $0) })
  }

  static let broken: SourceFile = {
    let text = String(repeating: "\n", count: 36) + "    description: Model name Value: one"
    return file(text)
  }()

  static let cases: [Case] = [
    Case(
      testDescription: "a place with a label and a fix",
      diagnostic: Diagnostic(
        .error, "yaml-syntax", "mapping values are not allowed here", at: at(broken, 37, 34),
        label: "a plain value may not contain ': '",
        fix: Fix("quote the value", in: broken, edits: [])),
      text: """
        x.yaml:37:34: error: mapping values are not allowed here [yaml-syntax]
        37 |     description: Model name Value: one
           |                                  ^ a plain value may not contain ': '
           = fix: quote the value  (gen fix x.yaml)

        """),
    Case(
      testDescription: "a stretch with help and a second place",
      diagnostic: {
        let source = file("a: 1\nname: b\na: 2\n")
        return Diagnostic(
          .warning, "twice", "the key is there twice", at: at(source, 2, 1, to: 5),
          notes: [.init("first here", at: at(source, 1, 1)), .init("no place")], help: "remove it")
      }(),
      text: """
        x.yaml:2:1: warning: the key is there twice [twice]
        2 | name: b
          | ^~~~
          = help: remove it
        x.yaml:1:1: note: first here
        1 | a: 1
          | ^
          = note: no place

        """),
    Case(
      testDescription: "tabs stay tabs, wide letters take two columns, marks none",
      diagnostic: Diagnostic(.error, "i", "m", at: at(file("\t中e\u{301}: x"), 1, 6)),
      text: "x.yaml:1:6: error: m [i]\n1 | \t中e\u{301}: x\n  | \t   ^\n".replacing(
        "\t   ^", with: "\t    ^")),
    Case(
      testDescription: "what steers a terminal is not printed",
      diagnostic: Diagnostic(.error, "i", "a\u{1B}[2Jb\nc", at: at(file("k: \u{1B}[31m"), 1, 1)),
      text: "x.yaml:1:1: error: a\u{FFFD}[2Jb\\nc [i]\n1 | k: \u{FFFD}[31m\n  | ^\n"),
    Case(
      testDescription: "nothing but a message",
      diagnostic: Diagnostic(.error, "i", "m", at: nil, help: "h"),
      text: "error: m [i]\n = help: h\n"),
    Case(
      testDescription: "a line that is not there",
      diagnostic: Diagnostic(.error, "i", "m", at: at(file(""), 9, 1)),
      text: "x.yaml:9:1: error: m [i]\n"),
  ]

  @Test(arguments: cases)
  func listing(_ example: Case) {
    #expect(Listing().text([example.diagnostic]) == example.text)
  }

  @Test(arguments: [(1, 0), (150, 100), (500, 100), (1000, 200)])
  func longLinesAreCutAroundThePlace(column: Int, before: Int) {
    let line =
      String(repeating: "a", count: column - 1) + "X" + String(repeating: "b", count: 1000 - column)
    let text = Listing().text([
      Diagnostic(.error, "i", "m", at: Self.at(Self.file(line), 1, column))
    ])
    let lines = text.split(separator: "\n").map(Array.init)
    let mark = lines[2].firstIndex(of: "^") ?? 0
    #expect(lines[1].count <= 206 && lines[1][mark] == "X")
  }

  @Test func coloursAreOnlyThereWhenAskedFor() {
    let diagnostic = Diagnostic(.error, "i", "m", at: nil)
    #expect(Listing(isColored: true).text([diagnostic]).contains("\u{1B}[1;31merror\u{1B}[0m"))
  }
}
