import Diagnostics
import Foundation
import Testing

@testable import YAML

/// The YAML test suite, at the level of events, where streams may hold several documents.
@Suite(.computing, .enabled(if: Corpus.isPresent, "needs ../shared/corpus")) struct ConformanceTests
{
  @Test func everyCaseIsDecidedAsTheSuiteSays() throws {
    let cases = try SuiteCase.all()
    #expect(cases.count == 406)
    var differing: [String: String] = [:]
    for item in cases { differing[item.id] = item.difference() }
    let known = Self.deviations
    let new = differing.filter { known[$0.key] != $0.value }.sorted { $0.key < $1.key }
    #expect(new.map { "\($0.key): \($0.value)" }.joined(separator: "\n") == "")
    #expect(
      known.keys.filter { differing[$0] == nil }.sorted() == [], "these now pass: take them out")
  }

  /// What libyaml 0.2.5 decides differently, and how.
  static let deviations: [String: String] = [
    "2JQS": "refuses it: did not find expected key at 1:1",
    "2LFX": "refuses it: found unknown directive name at 1:5",
    "2SXE": "refuses it: mapping values are not allowed in this context at 1:8",
    "4ABK": "refuses it: found unexpected ':' at 4:14",
    "4MUZ/00": "refuses it: did not find expected ',' or '}' at 2:1",
    "4MUZ/01": "refuses it: did not find expected ',' or '}' at 2:1",
    "4MUZ/02": "refuses it: did not find expected ',' or '}' at 2:1",
    "58MP": "refuses it: did not find expected node content at 1:5",
    "5MUD": "refuses it: did not find expected ',' or '}' at 3:3",
    "5T43": "refuses it: did not find expected node content at 2:11",
    "652Z": "reads '=VAL :foo' for '=VAL :?foo'",
    "6BCT": "refuses it: found character that cannot start any token at 3:4",
    "6CA3": "refuses it: found character that cannot start any token at 1:1",
    "6LVF": "refuses it: found unknown directive name at 1:5",
    "6M2F": "refuses it: did not find expected key at 3:1",
    "7Z25": "refuses it: did not find expected <document start> at 4:1",
    "8XYN": "refuses it: did not find expected alphabetic or numeric character at 2:4",
    "96NN/00": "refuses it: found a tab character where an indentation space is expected at 2:2",
    "96NN/01": "refuses it: found a tab character where an indentation space is expected at 2:2",
    "9C9N": "accepts it",
    "9HCY": "accepts it",
    "9JBA": "accepts it",
    "9SA2": "refuses it: did not find expected ',' or '}' at 4:8",
    "A2M4": "refuses it: found character that cannot start any token at 2:4",
    "BEC7": "refuses it: found incompatible YAML document at 1:1",
    "CFD4": "refuses it: did not find expected node content at 1:5",
    "CVW2": "accepts it",
    "DBG4": "refuses it: did not find expected node content at 8:5",
    "DK3J": "refuses it: did not find expected <document start> at 2:1",
    "DK95/00": "refuses it: found character that cannot start any token at 2:2",
    "DK95/01": "accepts it",
    "DK95/03": "refuses it: found character that cannot start any token at 1:2",
    "DK95/04": "refuses it: found a tab character that violates indentation at 2:1",
    "EB22": "accepts it",
    "FP8R": "refuses it: did not find expected <document start> at 2:1",
    "FRK4": "refuses it: found unexpected ':' at 2:9",
    "G5U8": "accepts it",
    "HM87/00": "refuses it: did not find expected node content at 1:2",
    "HM87/01": "reads '+MAP {}' for '=VAL :?x'",
    "HWV9": "refuses it: did not find expected node content at 1:1",
    "JEF9/02": #"reads '=VAL |' for '=VAL |\n'"#,
    "K3WX": "refuses it: did not find expected ',' or '}' at 3:3",
    "L24T/01": #"reads '=VAL |x\n ' for '=VAL |x\n \n'"#,
    "M2N8/00": "refuses it: did not find expected key at 1:5",
    "M7A3": "refuses it: did not find expected <document start> at 6:1",
    "MUS6/00": "accepts it",
    "MUS6/01": "accepts it",
    "MUS6/05": "refuses it: found unknown directive name at 1:5",
    "MUS6/06": "refuses it: found unknown directive name at 1:7",
    "NHX8": "refuses it: did not find expected key at 1:1",
    "NJ66": "refuses it: did not find expected ',' or '}' at 4:7",
    "NKF9": "refuses it: did not find expected key at 3:1",
    "Q5MG": "refuses it: found character that cannot start any token at 1:1",
    "QB6E": "accepts it",
    "QT73": "refuses it: did not find expected node content at 2:1",
    "R4YG": "refuses it: found a tab character where an indentation space is expected at 10:2",
    "RHX7": "accepts it",
    "S3PD": "refuses it: did not find expected key at 2:1",
    "S98Z": "accepts it",
    "SM9W/01": "refuses it: did not find expected key at 1:1",
    "SU5Z": "accepts it",
    "UKK6/00": "refuses it: did not find expected key at 1:3",
    "UT92": "refuses it: did not find expected ',' or '}' at 3:3",
    "VJP3/01": "refuses it: did not find expected ',' or '}' at 3:2",
    "W4TN": "refuses it: could not find expected directive name at 3:2",
    "W5VH": "refuses it: did not find expected alphabetic or numeric character at 1:5",
    "X4QW": "accepts it",
    "Y2GN": "reads '=VAL &an ::chor value' for '=VAL &an:chor :value'",
    "Y79Y/01": "refuses it: found a tab character where an indentation space is expected at 2:2",
    "Y79Y/03": "accepts it",
    "Y79Y/10": "refuses it: found character that cannot start any token at 1:2",
    "YJV2": "accepts it",
    "ZYU8/00": "refuses it: found unexpected non-alphabetical character at 1:7",
    "ZYU8/01": "refuses it: could not find expected directive name at 1:2",
    "ZYU8/02": "refuses it: did not find expected comment or line break at 1:11",
    "ZYU8/03": "refuses it: found incompatible YAML document at 1:1",
  ]
}

/// One document of the suite with the events that it should give.
struct SuiteCase {
  let id: String
  let yaml: String
  let tree: [String]
  let fails: Bool

  static func all() throws -> [SuiteCase] {
    try Corpus.files(in: "corpus/suites/yaml/src").flatMap(cases)
  }

  /// A case of a file takes over from the one before what it does not say itself.
  private static func cases(_ name: String) throws -> [SuiteCase] {
    let file = SourceFile(name: name, bytes: try Corpus.bytes("corpus/suites/yaml/src/\(name)"))
    let parsed = parse(file)
    let root = try #require(parsed.tree?.root, "\(name): \(parsed.diagnostics.all)")
    let nodes = Array(root.elements)
    var tree = ""
    return nodes.enumerated().map { index, node in
      tree = node["tree"]?.string ?? tree
      let id = String(name.prefix(4)) + (nodes.count > 1 ? "/\(index < 10 ? "0" : "")\(index)" : "")
      return SuiteCase(
        id: id, yaml: shown(node["yaml"]?.string ?? ""),
        tree: shown(tree).split(separator: "\n").map { String($0.drop { $0 == " " }) },
        fails: node["fail"]?.bool ?? false)
    }
  }

  /// Undoes the suite's visible forms of blanks, tabs, breaks and the missing end of a line.
  private static func shown(_ text: String) -> String {
    var result = text.replacing("␣", with: " ").replacing("↵", with: "")
    result = result.replacing(/—*»/, with: "\t").replacing("⇔", with: "\u{FEFF}")
    return result.replacing("←", with: "\r").replacing(/∎\n$/, with: "")
  }

  /// How the events differ from those of the suite; `nil` when they do not.
  func difference() -> String? {
    let (lines, failure) = eventTrace(of: Array(yaml.utf8))
    if fails { return failure == nil ? "accepts it" : nil }
    if let failure {
      let place = failure.place
      return "refuses it: \(failure.problem) at \(place.line):\(place.column)"
    }
    guard lines != tree else { return nil }
    let index =
      zip(lines, tree).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, tree.count)
    func line(_ lines: [String]) -> String { index < lines.count ? lines[index] : "nothing" }
    return "reads '\(line(lines))' for '\(line(tree))'"
  }
}
