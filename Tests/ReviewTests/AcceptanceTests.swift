import Diagnostics
import Testing

@testable import Review

/// Findings that were agreed to: written, read again, and no longer counted.
@Suite(.computing) struct AcceptanceTests {
  private let report = FormatTests.small

  @Test func roundTrip() throws {
    var file = AcceptanceFile()
    file.entries = report.findings.map {
      Acceptance($0, reason: "it's: \"agreed\" #1 \\ é", expires: "2027-01-31")
    }
    let read = AcceptanceFile.read(SourceFile(name: "x.yaml", text: file.text))
    #expect(read.diagnostics.all.isEmpty && read.file.text == file.text)
    let judged = report.accepting(read.file, today: "2027-01-31")
    #expect(judged.report.open.findings.isEmpty && judged.diagnostics.all.isEmpty)
    let late = report.accepting(read.file, today: "2027-02-01")
    #expect(late.report.open.findings.count == 4)
    #expect(Set(late.diagnostics.all.map(\.id)) == ["expired-acceptance"])
  }

  @Test func entriesThatAcceptNothing() throws {
    let print = try #require(report.findings.first).fingerprint
    let text = """
      accepted:
        - {fingerprint: 0000000000000000, rule: operation-removed, pointer: "#/a", reason: r}
        - {fingerprint: "\(print)", rule: schema-default-added, pointer: "#/a", reason: r}
      """
    let read = AcceptanceFile.read(SourceFile(name: "x.yaml", text: text))
    let judged = report.accepting(read.file, today: "2027-01-31")
    #expect(
      judged.diagnostics.all.map { "\($0.id) \($0.location?.start.line ?? 0)" } == [
        "stale-acceptance 2", "unknown-acceptance 3",
      ])
    #expect(judged.report.open.findings.count == 4)
  }

  /// The same words in another file are another finding; an entry without a file is about all of them.
  @Test func entriesOfOneFile() throws {
    let first = try #require(report.findings.first)
    var (entry, file) = (Acceptance(first, reason: "r", expires: nil), AcceptanceFile())
    let open = { (name: String?) in
      entry.file = name
      file.entries = [entry]
      return report.accepting(file, today: "2027-01-31").report.open.findings.count
    }
    #expect(entry.file == "new,1.yaml" && [entry.file, nil, "other.yaml"].map(open) == [3, 3, 4])
  }

  /// Who looked at the wire alone cannot say that an entry about Swift is stale.
  @Test func entriesAboutSwift() {
    let text = """
      accepted:
        - {fingerprint: 0000000000000000, rule: swift.type-renamed, pointer: "#/a", reason: r}
      """
    let file = AcceptanceFile.read(SourceFile(name: "x.yaml", text: text)).file
    let known = [false, true].map {
      report.accepting(file, today: "2027-01-31", isSwiftKnown: $0).diagnostics.all.count
    }
    #expect(known == [0, 1])
  }

  @Test(arguments: [
    ("x: 1", "there is no 'accepted' in this file"),
    (
      "accepted: [{fingerprint: a, rule: path-summary-added, pointer: c}]",
      "an accepted finding has no 'reason'"
    ),
    (
      "accepted: [{fingerprint: a, rule: path-summary-added, pointer: c, reason: ' '}]",
      "an accepted finding has no 'reason'"
    ),
    (
      "accepted: [{fingerprint: a, rule: path-summary-added, pointer: c, reason: d, expires: soon}]",
      "'soon' is no day"
    ),
    (
      "accepted: [{fingerprint: a, rule: path-summary-added, pointer: c, reason: d, expire: x}]",
      "'expire' is no field of an accepted finding"
    ),
    (
      "accepted: [{fingerprint: a, rule: path-sumary-added, pointer: c, reason: d}]",
      "there is no rule 'path-sumary-added'"
    ),
  ])
  func mistakes(text: String, message: String) {
    let read = AcceptanceFile.read(SourceFile(name: "x.yaml", text: text))
    #expect(read.diagnostics.all.map(\.message) == [message] && read.file.entries.isEmpty)
  }
}
