import Diagnostics
import Testing
import YAML

/// Hostile and broken input: each ends with one named error, or none, and little work.
@Suite(.computing) struct LimitTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var expected: String?
    var text: @Sendable () -> String
    var file = "x.yaml"
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "100,000 brackets", expected: "yaml-depth") {
      String(repeating: "[", count: 100_000)
    },
    Row(name: "50,000 braces", expected: "yaml-depth") {
      String(repeating: "{a: ", count: 50_000)
    },
    Row(
      name: "100,000 brackets in JSON", expected: "yaml-depth",
      text: {
        String(repeating: "[", count: 100_000)
      }, file: "x.json"),
    Row(name: "100,000 dashes", expected: "yaml-depth") {
      String(repeating: "- ", count: 100_000)
    },
    Row(name: "256 levels", expected: nil) {
      String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    },
    Row(name: "257 levels", expected: "yaml-depth") {
      String(repeating: "[", count: 257) + String(repeating: "]", count: 257)
    },
    Row(name: "brackets in text", expected: nil) {
      "a: |\n  " + String(repeating: "[", count: 10_000) + "\nb: '"
        + String(repeating: "{", count: 10_000) + "'\n"
    },
    Row(name: "40,000 tags", expected: "yaml-directives") {
      (0..<40_000).map { "%TAG !\($0)! tag:x,\($0):\n" }.joined() + "--- a\n"
    },
    Row(name: "alias bomb", expected: "yaml-alias-budget") {
      var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
      for level in 1...9 {
        let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        text += "a\(level): &a\(level) [\(items)]\n"
      }
      return text
    },
    Row(name: "deep through aliases", expected: "yaml-depth") {
      (0..<30).map { level in
        let inner = level == 0 ? "x" : "*a\(level - 1)"
        return "a\(level): &a\(level) " + String(repeating: "[", count: 20) + inner
          + String(repeating: "]", count: 20) + "\n"
      }.joined()
    },
    Row(name: "1,000,000 keys", expected: nil) {
      (0..<1_000_000).map { "k\($0): 1\n" }.joined()
    },
    Row(name: "merges of merges", expected: "yaml-merge-budget") {
      (0..<2_000).map { level in
        "a\(level): &a\(level) {" + (level == 0 ? "" : "<<: *a\(level - 1), ") + "k\(level): 1}\n"
      }.joined()
    },
    Row(name: "an alias of its parent", expected: "yaml-alias-cycle") { "a: &a [*a]\n" },
    Row(name: "an unknown alias", expected: "yaml-alias-undefined") { "a: *b\n" },
    Row(name: "two documents", expected: "yaml-documents") { "a: 1\n---\nb: 2\n" },
    Row(name: "nothing", expected: "yaml-empty") { "# only a comment\n" },
    Row(name: "no bytes", expected: "yaml-empty") { "" },
    Row(name: "a mapping as a key", expected: "yaml-key") { "? {a: b}\n: c\n" },
    Row(name: "a key twice", expected: "yaml-duplicate-key") { "a: 1\nb: 2\na: 3\n" },
    Row(name: "a key twice among many", expected: "yaml-duplicate-key") {
      (0..<100).map { "k\($0): 1\n" }.joined() + "k5: 1\n"
    },
    Row(name: "a merge of a text", expected: "yaml-merge") { "<<: text\n" },
    Row(name: "Markdown alone", expected: "markdown-fence", text: { "# Hello\n" }, file: "x.md"),
  ]

  @Test(arguments: rows) func inputEndsAsExpected(row: Row) {
    let parsed = parse(SourceFile(name: row.file, text: row.text()))
    let ids = parsed.diagnostics.all.map(\.id)
    #expect(ids == (row.expected.map { [$0] } ?? []))
    #expect(parsed.diagnostics.all.allSatisfy { $0.location != nil && $0.help != nil })
  }
}
