import Diagnostics
import Foundation
import Testing

@testable import Review

/// Where facts are, against the places that another tool gives for the same pairs.
@Suite(.computing, .enabled(if: Corpus.isPresent, "needs ../shared/corpus")) struct LocationTests {
  private static let folder = Corpus.folder + "/suites/diff/oasdiff"

  /// Places that differ are counted by kind in `Exceptions/places.tsv`, with the reason.
  @Test func placesOfAnotherTool() throws {
    let rows = Dictionary(grouping: try Corpus.table(Self.folder + "/expected.tsv")) {
      $0["pair"] ?? ""
    }
    var (count, missed) = (0, [String: Int]())
    for rows in rows.values {
      guard let first = rows.first,
        let report = try Corpus.report(Self.folder, first["old"] ?? "", first["new"] ?? "")
      else { continue }
      let olds = Set(report.findings.compactMap { $0.old?.description })
      let news = Set(report.findings.compactMap { $0.new?.description })
      for row in rows {
        let places = [(row["base_source"], olds), (row["revision_source"], news)]
        for case (let place?, let known) in places where Self.isPlace(place) {
          count += 1
          if !known.contains("\(Self.folder)/\(place)") {
            missed[row["rule_id"] ?? "", default: 0] += 1
          }
        }
      }
    }
    let known = Dictionary(
      try Corpus.table(CorpusTests.exceptions("places")).map {
        ($0["kind"] ?? "", Int($0["count"] ?? "") ?? 0)
      }, uniquingKeysWith: { first, _ in first })
    print(
      "places of another tool: \(count - missed.values.reduce(0, +)) of \(count), the rest with reasons"
    )
    let other = Set(missed.keys).union(known.keys).filter { missed[$0] != known[$0] }.sorted()
    #expect(other.map { "\($0): \(missed[$0] ?? 0), not \(known[$0] ?? 0)" } == [])
  }

  /// Whatever is found can be shown somewhere.
  @Test func everythingHasAPlace() throws {
    var homeless: [String] = []
    for row in try Corpus.table(Self.folder + "/pairs.tsv") {
      let report = try Corpus.report(Self.folder, row["old"] ?? "", row["new"] ?? "")
      homeless +=
        report?.findings.filter { $0.place == nil }.map { "\($0.rule.id) in \(row)" } ?? []
    }
    #expect(homeless == [])
  }

  /// In JSON the other tool has none.
  private static func isPlace(_ text: String) -> Bool { !text.isEmpty && !text.hasSuffix(":0:0") }
}
