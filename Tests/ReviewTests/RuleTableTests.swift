import Diagnostics
import OpenAPI
import Testing

@testable import Review

/// The table of rules is whole, and says nothing that the engine does not.
@Suite(.computing) struct RuleTableTests {
  @Test func eachNameIsOneRule() {
    #expect(Set(RuleTable.rules.map(\.id)).count == RuleTable.rules.count)
    #expect(RuleTable.rules.allSatisfy { RuleTable.rule(named: $0.id) == $0 })
  }

  /// Each rule's example is found by the rule, with the verdicts that the explanation derives.
  @Test func everyExampleShowsItsRule() {
    var (wrong, invalid) = ([String](), Set<String>())
    for rule in RuleTable.rules {
      guard let explanation = Explanation(rule) else {
        wrong.append("\(rule.id): not shown")
        continue
      }
      if !Self.isValid(explanation) { invalid.insert(rule.id) }
      let finding = explanation.finding
      let isNamed = finding.rule == rule || finding.swiftRules.contains(rule)
      let isSame = explanation.places.contains { $0.wire == finding.wire }
      if !isNamed || !isSame || finding.swift == nil || !explanation.text.contains(rule.id) {
        wrong.append("\(rule.id): \(finding.rule.id) \(finding.wire)")
      }
    }
    #expect(wrong == [])
    #expect(invalid == Self.invalid)
  }

  private static func isValid(_ explanation: Explanation) -> Bool {
    [explanation.old, explanation.new].filter { !$0.bytes.isEmpty }.allSatisfy { file in
      let found = Workspace(root: "") { _ in [] }.load(file).diagnostics.all
      return !found.contains { $0.severity == .error || $0.isViolation }
    }
  }

  /// What the specification wants is not there, or what it does not know is: rules look at that, too.
  private static let invalid: Set = [
    "document-title-added", "document-title-removed", "document-version-added",
    "document-version-removed", "header-style-changed", "security-scheme-type-added",
    "security-scheme-type-removed",
    // Swagger 2.0 has them.
    "response-examples-added", "response-examples-changed", "response-examples-removed",
  ]

  /// The kinds of changes that real histories of APIs are made of, with the rule that tells of each
  /// and the verdict that has to follow at a place.
  @Test func essentialKinds() throws {
    let rows = try Corpus.table(CorpusTests.exceptions("essential"))
    let wrong = rows.filter { row in
      guard let rule = RuleTable.rule(named: row["rule"] ?? "") else { return true }
      return !Explanation.places(of: rule).contains {
        $0.name == row["place"] && $0.wire.rawValue == row["verdict"]
      }
    }
    #expect(wrong == [] && rows.count == 119)
  }

  /// Whatever else the examples show, there and back, is in the table, too.
  @Test func nothingIsFoundThatIsNotInTheTable() throws {
    var unknown: Set<String> = []
    for family in RuleTable.families {
      for example in family.examples.values where !example.old.isEmpty && !example.new.isEmpty {
        for placement in family.frame.placements {
          let pages = [example.old, example.new].map(placement.page)
          unknown.formUnion(try Comparing.unknownRules(pages[0], pages[1]))
          unknown.formUnion(try Comparing.unknownRules(pages[1], pages[0]))
        }
      }
    }
    #expect(unknown == [])
  }
}
