import Diagnostics
import OpenAPI
import SwiftPlan

/// What a rule finds and what follows from it, found out by comparing an example.
public struct Explanation: Sendable {
  /// One of the places that the rule may speak of.
  struct Place: Sendable {
    /// `a request body`
    var name: String
    /// Who writes the values there, and who reads them.
    var sides: Sides
    /// What happens there on each side; `nil` for what only Swift shows.
    var effects: Effects?
    /// What follows from the effects and the sides.
    var wire: Verdict
    /// What callers in Swift feel; `nil` while nobody has looked.
    var swift: Verdict?
  }

  /// The rule.
  public let rule: Rule
  let places: [Place]
  let old: SourceFile
  let new: SourceFile
  /// What is found in the example, with the verdict for Swift callers.
  let finding: Finding

  /// Compares a rule's example at all places; `nil` when it does not show what the rule says.
  public init?(_ rule: Rule) {
    let trials = Trial.all(of: rule)
    // Shown where it is worst.
    guard let worst = trials.map(\.place.wire).max(),
      let trial = trials.first(where: { $0.place.wire == worst }),
      let finding = trial.finding(isPlanned: true)
    else { return nil }
    self.rule = rule
    places = trials.map(\.plannedPlace)
    (old, new) = (trial.old, trial.new)
    self.finding = finding
  }

  /// The places alone, without a look at Swift where the rule is not about it.
  static func places(of rule: Rule) -> [Place] { Trial.all(of: rule).map(\.place) }
}

/// A rule's example at one place.
private struct Trial {
  let rule: Rule
  let old: SourceFile
  let new: SourceFile
  var place: Explanation.Place

  static func all(of rule: Rule) -> [Trial] {
    guard let family = RuleTable.family(of: rule), let example = family.examples[rule.edit]
    else { return [] }
    return family.frame.placements.compactMap { Trial(rule, example, $0) }
  }

  private init?(_ rule: Rule, _ example: RuleFamily.Example, _ placement: Frame.Placement) {
    self.rule = rule
    let text = { (text: String) in text.isEmpty ? "" : placement.page(text) }
    // What only a file's name shows is seen where folders are compared.
    let isFile = rule.aspect == Rule.moduleRenamed
    old = SourceFile(name: isFile ? "old/things.yaml" : "old.yaml", text: text(example.old))
    new = SourceFile(name: isFile ? "new/goods.yaml" : "new.yaml", text: text(example.new))
    place = Explanation.Place(name: placement.name, sides: [], wire: .none)
    guard let finding = finding(isPlanned: rule.position == .swift) else { return nil }
    place.sides = finding.sides
    place.effects = effects(of: finding.rule)
    place.wire = place.effects?.verdict(on: finding.sides) ?? finding.wire
  }

  /// The finding that the rule makes, or that it adds to.
  func finding(isPlanned: Bool) -> Finding? {
    guard let left = Self.document(old) else {
      return Self.document(new).map { lonely($0, isNew: true) }?.findings.first { $0.rule == rule }
    }
    guard let right = Self.document(new) else {
      return lonely(left, isNew: false).findings.first { $0.rule == rule }
    }
    let report = report(left, right, isPlanned: isPlanned)
    return report.findings.first { $0.rule == rule }
      ?? report.findings.first { $0.swiftRules.contains(rule) }
  }

  private func report(_ left: Document, _ right: Document, isPlanned: Bool) -> Report {
    guard isPlanned else { return compare(old: left, new: right) }
    guard rule.aspect == Rule.moduleRenamed else {
      return compare(old: left, new: right, options: Self.options)
    }
    return compare(
      ModuleSource(document: left, options: Self.options),
      ModuleSource(
        document: right,
        options: PlanOptions(module: "GoodsClient", namespace: "Goods", source: "goods.yaml")))
  }

  /// The place with what callers in Swift feel there.
  var plannedPlace: Explanation.Place {
    var place = place
    place.swift = finding(isPlanned: true)?.swift
    return place
  }

  private func effects(of rule: Rule) -> Effects? {
    guard let left = Self.document(old), let right = Self.document(new) else {
      return Effects(lonelyEffect(isNew: old.bytes.isEmpty))
    }
    return drafts(old: left, new: right).first { $0.rule == rule }?.effects
  }

  private static let options = PlanOptions(
    module: "ThingsClient", namespace: "Things", source: "new.yaml")

  private static func document(_ file: SourceFile) -> Document? {
    Workspace(root: "") { _ in [] }.load(file).document
  }
}
