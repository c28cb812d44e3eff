import Diagnostics
import Testing
import YAML

/// Broken text, where it is broken, and what `gen fix` makes of it.
@Suite struct SyntaxFixTests {
  /// `1️⃣` stands where the error is; no `fixed` text means that there is no fix.
  static let rows: [(text: String, fixed: String?)] = [
    ("a:\n  b: Model name1️⃣: x\n", "a:\n  b: 'Model name: x'\n"),
    ("a: it's1️⃣: x # why\n", "a: \"it's: x\" # why\n"),
    ("a: it's1️⃣: \"x\"\n", "a: 'it''s: \"x\"'\n"),
    ("a: one1️⃣: two\n  three\nb: 1\n", "a: 'one: two\n  three'\nb: 1\n"),
    ("a: one1️⃣: two\n  three: four\n", nil),
    ("a: 1️⃣@me\n", "a: '@me'\n"),
    ("a: 1️⃣`code` here\n", "a: '`code` here'\n"),
    ("a: 1️⃣%s\n", "a: '%s'\n"),
    ("a: 1️⃣}} # b\nb: 1\n", "a: '}}' # b\nb: 1\n"),
    ("a: 1️⃣, and more\nb: 1\n", "a: ', and more'\nb: 1\n"),
    ("a: [b,\n  1️⃣, c]\nb: 1\n", nil),
    ("- 1️⃣@type\n- b\n", "- '@type'\n- b\n"),
    ("1️⃣@type: x\n", "'@type': x\n"),
    ("a: {id} 1️⃣of it\nb: 1\n", "a: '{id} of it'\nb: 1\n"),
    ("a: 1️⃣{{key}}\n", "a: '{{key}}'\n"),
    ("a: 'it'1️⃣s'\nb: 1\n", "a: 'it''s'\nb: 1\n"),
    ("a: \"the \"1️⃣x\" y\"\nb: 1\n", "a: \"the \\\"x\\\" y\"\nb: 1\n"),
    ("a: \"the\" 1️⃣end\nb: 1\n", "a: '\"the\" end'\nb: 1\n"),
    ("a: &1️⃣; b\nb: 1\n", "a: '&; b'\nb: 1\n"),
    ("a: 1️⃣- b: c\nb: 1\n", "a: '- b: c'\nb: 1\n"),
    ("a: 1️⃣*note\nb: 1\n", "a: '*note'\nb: 1\n"),
    ("a: | 1️⃣text\nb: 1\n", "a: '| text'\nb: 1\n"),
    ("a:\n1️⃣\tb: 1\n\tc: 2\n", "a:\n  b: 1\n  c: 2\n"),
    ("a:\n    b: 1\n1️⃣\tc: 2\n", "a:\n    b: 1\n    c: 2\n"),
    ("a:\n  b: 1\n 1️⃣c: 2\n", nil),
    ("a: 1\nb: [1, 2\nc1️⃣: 3\n", nil),
    ("é: x1️⃣: y\n", "é: 'x: y'\n"),
    ("a: x1️⃣: y\r\nb: 1\r\n", "a: 'x: y'\r\nb: 1\r\n"),
    ("# T\n\n```yaml\nopenapi: x1️⃣: y\n```\n", "# T\n\n```yaml\nopenapi: 'x: y'\n```\n"),
  ]

  @Test(arguments: rows) func errorIsLocatedAndFixed(text: String, fixed expected: String?) throws {
    let (file, marks) = marked(text)
    let found = parse(file).diagnostics.sorted
    #expect(found.compactMap(\.location?.start) == marks)
    let result = fixed(file)
    #expect(String(decoding: result.file.bytes, as: UTF8.self) == expected ?? unmarked(text))
    #expect((parse(result.file).tree != nil) == (expected != nil))
  }

  /// By the specification tabs before a comment indent nothing, and neither do those on an empty line.
  @Test(arguments: [
    "a:\n\t\t# a comment\n  b: 1\n", "a:\n\t\n  b: 1\n", "a:\n \t # c\n\t# d\n  b: 1\n",
  ])
  func tabsBeforeCommentsAreNoIndentation(text: String) throws {
    let parsed = parse(SourceFile(name: "a.yaml", text: text))
    #expect(parsed.diagnostics.all.isEmpty)
    #expect(parsed.tree?.root?["a"]?["b"]?.string == "1")
  }

  @Test func everyErrorIsReportedAtOnce() {
    let (file, marks) = marked("a: x1️⃣: y\nb: 1️⃣@z\nc:\n1️⃣\td: 1\ne: f1️⃣: g\nh: 1\nh: 2\n")
    let parsed = parse(file)
    #expect(parsed.tree == nil)
    let errors = parsed.diagnostics.all.filter { $0.id == "yaml-syntax" }
    #expect(errors.compactMap(\.location?.start) == marks)
    let text = String(decoding: file.applying(errors.compactMap(\.fix)).bytes, as: UTF8.self)
    #expect(text == "a: 'x: y'\nb: '@z'\nc:\n  d: 1\ne: 'f: g'\nh: 1\nh: 2\n")
  }

  @Test(.enabled(if: Corpus.isPresent, "needs ../shared")) func aPublishedPageIsFixed() throws {
    let name = try #require(Corpus.files(in: "seeds").first { $0.hasPrefix("002") })
    let file = SourceFile(name: "chainhub.md", bytes: try Corpus.bytes("seeds/\(name)"))
    let found = parse(file).diagnostics.all
    #expect(found.map(\.location?.start) == [Position(line: 42, column: 60)])
    #expect(found.map(\.message) == ["mapping values are not allowed here"])
    #expect(found.map(\.label) == ["a plain value may not contain ': '"])
    #expect(found.map(\.fix?.title) == ["quote the value"])
    let result = parse(fixed(file).file)
    #expect(result.diagnostics.all.isEmpty)
    #expect(result.tree?.root?["openapi"]?.string == "3.0.1")
  }
}

func unmarked(_ text: String) -> String { text.replacing("1️⃣", with: "") }

/// Takes the marks out of a text and tells where they stood.
func marked(_ text: String) -> (file: SourceFile, marks: [Position]) {
  var marks: [Position] = []
  var place = Position(line: 1, column: 1)
  for character in text {
    if character == "1️⃣" {
      marks.append(place)
    } else if ["\n", "\r\n", "\r"].contains(character) {
      place = Position(line: place.line + 1, column: 1)
    } else {
      place.column += character.unicodeScalars.count
    }
  }
  return (SourceFile(name: "x.yaml", text: unmarked(text)), marks)
}
