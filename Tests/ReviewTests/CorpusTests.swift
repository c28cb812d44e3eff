import Diagnostics
import Foundation
import SwiftPlan
import Testing

@testable import Review

/// How our verdicts compare with those of others, over pairs that are not ours to copy.
@Suite(.computing, .enabled(if: Corpus.isPresent, "needs ../shared/corpus")) struct CorpusTests {
  static let verdicts: [String: Verdict] = [
    "breaking": .breaking, "maybe-breaking": .risky, "non-breaking": .compatible,
    "docs-only": .docs, "none": .none,
  ]

  /// Each edit alone: the verdict is the one that the accepted set and the direction give.
  @Test func singleEdits() throws {
    let folder = Corpus.folder + "/suites/diff/diff-matrix"
    var (count, wrong) = (0, [String]())
    for row in try Corpus.table(folder + "/expected.tsv") {
      let name = row["pair"] ?? ""
      guard let wanted = Self.verdicts[row["proposed_wire"] ?? ""],
        FileManager.default.fileExists(atPath: "\(folder)/pairs/\(name)")
      else { continue }
      count += 1
      let found = try Corpus.report("\(folder)/pairs/\(name)", "old.yaml", "new.yaml")
      if found?.wire != wanted { wrong.append("\(name): \(wanted), not \(found?.wire as Any)") }
    }
    print("single edits: \(count - wrong.count) of \(count)")
    #expect(wrong == [])
  }

  /// What another tool calls an error is breaking or risky here at the same operation, on the wire or
  /// for callers in Swift, or stands in `Exceptions/oasdiff.tsv` with the reason why it is not. Where
  /// it finds nothing, nothing breaks on the wire.
  @Test func errorsOfAnotherTool() throws {
    let folder = Corpus.folder + "/suites/diff/oasdiff"
    let known = Dictionary(
      try Corpus.table(Self.exceptions("oasdiff")).map {
        ("\($0["pair"] ?? "") \($0["rule_id"] ?? "")", $0)
      },
      uniquingKeysWith: { first, _ in first })
    let rows = Dictionary(grouping: try Corpus.table(folder + "/expected.tsv")) { $0["pair"] ?? "" }
    var (count, wire, missed, unknown) = (0, 0, 0, [String]())
    for (pair, rows) in rows.sorted(by: { $0.key < $1.key }) {
      guard let first = rows.first,
        let report = try Corpus.report(
          folder, first["old"] ?? "", first["new"] ?? "", PlanOptions.probe)
      else { continue }
      for row in rows {
        let rule = row["rule_id"] ?? ""
        let isQuiet = rule == "(none)"
        guard isQuiet || row["level"] == "error" else { continue }
        let operation = "\(row["method"] ?? "") \(row["path"] ?? "")".trimmingCharacters(
          in: .whitespaces)
        let isFine =
          isQuiet ? report.wire != .breaking : report.hits(operation, \.worst)
        count += isQuiet ? 0 : 1
        missed += isQuiet || isFine ? 0 : 1
        wire += !isQuiet && report.hits(operation, \.wire) ? 1 : 0
        if !isFine, known["\(pair) \(rule)"] == nil {
          unknown.append("\(pair) \(rule) \(operation)")
        }
      }
    }
    print("errors of another tool: \(count - missed) of \(count), \(wire) of them on the wire")
    #expect(unknown == [] && Double(missed) <= 0.03 * Double(count))
  }

  /// Each kind of change that is marked as essential has its row, or a reason why it has none.
  @Test func essentialKindsAreKnown() throws {
    let map = try Corpus.table(Corpus.folder + "/suites/diff/oasdiff/rule_map.tsv")
    let essential = Set(map.filter { $0["essential"]?.isEmpty == false }.compactMap { $0["id"] })
    let known = Set(try Corpus.table(Self.exceptions("essential")).compactMap { $0["kind"] })
    // That a version stayed is no change; what version the changes ask for is said in the report.
    #expect(essential.subtracting(known) == ["api-version-not-bumped"])
  }

  /// Old and new exchanged, each fact is its mirror: nothing is seen from one side only. Twice the same
  /// is the same to the byte.
  @Test func mirrors() throws {
    var uneven: [String] = []
    var unknown: Set<String> = []
    for (folder, old, new) in try Self.pairs() {
      guard let forth = try Corpus.report(folder, old, new),
        let back = try Corpus.report(folder, new, old)
      else { continue }
      unknown.formUnion(forth.unknownRules.union(back.unknownRules))
      let mirrored = back.findings.map {
        Trace($0.rule.mirror.id, $0.new, $0.old, $0.after, $0.before)
      }
      let traces = forth.findings.map { Trace($0.rule.id, $0.old, $0.new, $0.before, $0.after) }
      let again = try Corpus.report(folder, old, new)
      if Set(mirrored) != Set(traces) || forth.json.text != again?.json.text {
        uneven.append("\(old) \(new)")
      }
    }
    #expect(uneven == [])
    #expect(unknown == [])
  }

  private static func pairs() throws -> [(folder: String, old: String, new: String)] {
    let diff = Corpus.folder + "/suites/diff"
    let edits = try FileManager.default.contentsOfDirectory(atPath: "\(diff)/diff-matrix/pairs")
    let others = try Corpus.table("\(diff)/oasdiff/pairs.tsv")
    return edits.sorted().map { ("\(diff)/diff-matrix/pairs/\($0)", "old.yaml", "new.yaml") }
      + others.map { ("\(diff)/oasdiff", $0["old"] ?? "", $0["new"] ?? "") }
  }

  static func exceptions(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Exceptions/\(name).tsv").path
  }
}

extension PlanOptions {
  fileprivate static let probe = PlanOptions(
    module: "ProbeClient", namespace: "Probe", source: "new.yaml")
}

extension Report {
  fileprivate func hits(_ operation: String, _ verdict: (Finding) -> Verdict) -> Bool {
    findings.contains {
      verdict($0) >= .risky && (operation.isEmpty || $0.operations.contains(operation))
    }
  }
}

/// What is left of a finding when it does not matter which side is the old one.
private struct Trace: Hashable {
  var rule: String
  var places: [String?]
  var values: [String]

  init(_ rule: String, _ old: SourceRange?, _ new: SourceRange?, _ before: String, _ after: String)
  {
    self.rule = rule
    places = [old?.description, new?.description]
    values = [before, after]
  }
}
