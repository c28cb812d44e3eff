import Testing

@testable import SwiftPlan

/// Long files are split by the words of names.
@Suite struct FileGroupTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Names of one letter a word, with their lines.
    var lines: [String: Int]
    var files: [String: String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "what is short stays together", lines: ["AB": 10, "AC": 20],
      files: ["A": "AB AC"]),
    Case(
      testDescription: "what is long goes by the next word",
      lines: ["A": 10, "ABC": 300, "ABD": 300, "AE": 400],
      files: ["A": "A", "AB": "ABC ABD", "AE": "AE"]),
    Case(
      testDescription: "what is too short for a file stays",
      lines: ["A": 10, "AB": 900, "AC": 20, "AD": 30], files: ["A": "A AC AD", "AB": "AB"]),
    Case(
      testDescription: "a word after the next where one is not enough",
      lines: ["ABC": 500, "ABD": 500, "AE": 200], files: ["ABC": "ABC", "ABD": "ABD", "AE": "AE"]),
    Case(
      testDescription: "too many short ones go by their letters",
      lines: ["ABC": 140, "ABD": 20].merging(
        "EFGHIJKLMNOPQRST".map { ("A\($0)", 100) }, uniquingKeysWith: +),
      files: ["AB": "ABC ABD"].merging(
        "EFGHIJKLMNOPQRST".map { ("A\($0)", "A\($0)") }, uniquingKeysWith: +)),
    Case(
      testDescription: "names that end are not split further", lines: ["A": 2000], files: ["A": "A"]
    ),
  ]

  @Test(arguments: cases)
  func split(sample: Case) {
    for names in [sample.lines.keys.sorted(), sample.lines.keys.sorted(by: >)] {
      let entries = names.map { name in
        Filed(
          item: name, words: name.map(String.init), lines: sample.lines[name] ?? 0,
          text: String(name.dropFirst()))
      }
      let files = FileGroup.split(entries, name: "A", depth: 1).map {
        ($0.name, $0.items.sorted().joined(separator: " "))
      }
      #expect(Dictionary(uniqueKeysWithValues: files) == sample.files)
    }
  }
}
