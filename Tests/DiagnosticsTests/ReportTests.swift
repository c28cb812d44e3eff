import Diagnostics
import Foundation
import Testing

@Suite struct ReportTests {
  static let file = SourceFile(name: "a b,c.yaml", text: "a: 1\nb: 2\n")

  static let diagnostics = [
    Diagnostic(
      .error, "first-rule", "100% \"wrong\"\nhere",
      at: SourceRange(
        file: file, start: Position(line: 2, column: 1), end: Position(line: 2, column: 2)),
      notes: [
        .init("there", at: SourceRange(file: file, start: Position(line: 1, column: 1)))
      ],
      fix: Fix("drop it", in: file, edits: [.init(bytes: 5..<10, replacement: "")])),
    Diagnostic(.note, "second-rule", "no place", at: nil, help: "do something"),
  ]

  @Test func annotationsEscapeWhatEndsThem() {
    #expect(
      DiagnosticFormat.github.render(Self.diagnostics) == """
        ::error file=a b%2Cc.yaml,line=2,col=1,title=first-rule::100%25 "wrong"%0Ahere%0Adrop it (gen fix a b,c.yaml)
        ::notice title=second-rule::no place%0Ado something

        """)
  }

  /// What would end the cell, the attribute or the element is written otherwise.
  @Test(arguments: [
    (
      DiagnosticFormat.markdown,
      #"| `a b,c.yaml:2:1` | error | 100% "wrong"\nhere | `first-rule` |"#
    ),
    (.markdown, "|  | note | no place<br>do something | `second-rule` |"),
    (.junit, #"<failure type="first-rule" message="100% &quot;wrong&quot;"#),
    (.junit, #"tests="2" failures="1""#), (.junit, "<system-out>note: no place"),
  ])
  func tablesAndTestResults(format: DiagnosticFormat, expected: String) {
    #expect(format.render(Self.diagnostics).contains(expected))
  }

  /// Each path of keys and positions leads to a value, written as text.
  @Test(arguments: [
    (DiagnosticFormat.json, "diagnostics.0.message", "100% \"wrong\"\nhere"),
    (.json, "diagnostics.0.column", "1"), (.json, "diagnostics.0.fix.edits.0.length", "5"),
    (.json, "diagnostics.0.notes.0.line", "1"), (.json, "diagnostics.1.help", "do something"),
    (.json, "diagnostics.1.file", "-"),
    (.sarif, "version", "2.1.0"), (.sarif, "runs.0.results.0.ruleId", "first-rule"),
    (.sarif, "runs.0.results.1.ruleIndex", "1"), (.sarif, "runs.0.results.1.level", "note"),
    (
      .sarif, "runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri",
      "a%20b%2Cc.yaml"
    ),
    (.sarif, "runs.0.results.0.locations.0.physicalLocation.region.startLine", "2"),
    (.sarif, "runs.0.results.0.relatedLocations.0.message.text", "there"),
    (
      .sarif,
      "runs.0.results.0.fixes.0.artifactChanges.0.replacements.0.deletedRegion.byteLength", "5"
    ),
  ])
  func structuredFormats(format: DiagnosticFormat, path: String, expected: String) throws {
    let text = format.render(Self.diagnostics)
    var value: Any? = try JSONSerialization.jsonObject(with: Data(text.utf8))
    for step in path.split(separator: ".").map(String.init) {
      if let index = Int(step) {
        let list = value as? [Any] ?? []
        value = index < list.count ? list[index] : nil
      } else {
        value = (value as? [String: Any])?[step]
      }
    }
    #expect(value.map { "\($0)" } ?? "-" == expected)
  }

  @Test(arguments: [
    ([Diagnostic.Severity.error, .error, .warning], "2 errors, 1 warning"),
    ([.note], "1 note"), ([], nil),
  ])
  func summaries(severities: [Diagnostic.Severity], expected: String?) {
    #expect(summary(of: severities.map { Diagnostic($0, "i", "m", at: nil) }) == expected)
  }
}
