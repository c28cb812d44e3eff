import Diagnostics
import OpenAPI
import YAML

/// Puts what callers in Swift feel to the fact that makes them feel it.
struct Attachment {
  private var findings: [Finding]
  private let wireCount: Int
  private let old: Document
  private let new: Document
  private let references: (old: References, new: References)
  private let users: (old: TypeUsers, new: TypeUsers)

  init(
    _ findings: [Finding], _ old: Document, _ new: Document,
    users: (old: TypeUsers, new: TypeUsers)
  ) {
    self.findings = findings
    wireCount = findings.count
    self.old = old
    self.new = new
    self.users = users
    references = (References(old), References(new))
  }

  /// The findings, all with a verdict for Swift: what no Swift shows is at most words.
  var finished: [Finding] {
    findings.map { finding in
      var finding = finding
      if finding.swift == nil { finding.swift = min(finding.wire, .compatible) }
      return finding
    }
  }

  mutating func add(_ change: SourceChange, _ namespace: String) {
    guard let index = cause(of: change) else {
      // What the description does not show as a change of its own is told where it appears; what
      // only adds names without a cause needs no telling.
      if change.verdict > .compatible || change.aspect.hasSuffix("deprecated") {
        findings.append(own(change, namespace))
      }
      return
    }
    let symbol = "\(namespace).\(change.symbol)"
    if !findings[index].symbols.contains(symbol) { findings[index].symbols.append(symbol) }
    let rule = Rule(.swift, change.aspect, .changed)
    findings[index].swiftRules.removeAll { $0 == rule }
    guard change.verdict > findings[index].swift ?? .none else {
      return findings[index].swiftRules.append(rule)
    }
    findings[index].swiftRules.insert(rule, at: 0)
    findings[index].swift = change.verdict
    findings[index].witness = change.witness
    findings[index].swiftRemedy = change.remedy
  }

  private func own(_ change: SourceChange, _ namespace: String) -> Finding {
    let before = change.old ?? change.site?.place(in: old)
    let after = change.new ?? change.site?.place(in: new)
    let place = after.map(new.pointer(of:)) ?? before.map(old.pointer(of:))
    return Finding(
      rule: Rule(.swift, change.aspect, .changed), wire: .none, swift: change.verdict, sides: .both,
      old: before?.range, new: after?.range, nearest: nil, pointer: place ?? "#",
      message: change.message, before: change.symbol, after: "",
      operations: operations(of: change), symbols: ["\(namespace).\(change.symbol)"],
      witness: change.witness, swiftRemedy: change.remedy)
  }

  /// The operation that a change is about, or those that have values of the type.
  private func operations(of change: SourceChange) -> [String] {
    if let route = change.route { return [route] }
    let earlier = users.old.operations(of: change.symbol, at: change.old) ?? []
    let later = users.new.operations(of: change.symbol, at: change.new) ?? []
    return earlier + later.filter { !earlier.contains($0) }
  }

  /// The finding that a change comes from: the nearest one at the place, else one that names it.
  private func cause(of change: SourceChange) -> Int? {
    let places = anchors(change.old, change.new)
    let around = anchors(change.around.old, change.around.new)
    let homes = (places.old.compactMap(Self.home), places.new.compactMap(Self.home))
    let parts = (Self.parts(change.old, old), Self.parts(change.new, new))
    let name = WireName(change.wire)
    var best: (score: Int, index: Int)?
    for index in 0..<wireCount {
      let finding = findings[index]
      guard finding.isMoreThanWords || Self.isReason(finding.rule, change) else { continue }
      let isNamed = name.isNamed(by: finding)
      let score = max(
        score(finding, places, change, isNamed, isNear: true),
        score(finding, around, change, isNamed, isNear: false),
        score(finding, homes, change, isNamed, isNear: false),
        Self.isInside(finding, parts) ? 3 : 0)
      if score > (best?.score ?? 0) { best = (score, index) }
    }
    return best?.index
  }

  private func score(
    _ finding: Finding, _ anchors: (old: [String], new: [String]), _ change: SourceChange,
    _ isNamed: Bool, isNear: Bool
  ) -> Int {
    let pointers = finding.new == nil ? anchors.old : anchors.new
    if let target = finding.target, isNear, change.isCase, pointers.contains(target) {
      return 4 * target.count + 8
    }
    let reach = pointers.filter { Self.isPlace($0, around: finding.pointer) }.map(\.count).max()
    if let reach, isNear || isNamed {
      return 4 * reach + (isNamed ? 2 : 0) + (finding.wire > .compatible ? 1 : 0)
    }
    if let site = change.site,
      site.isMeant(
        by: finding, in: (finding.new == nil ? references.old : references.new).places(of: site))
    {
      return 2 + (isNamed ? 2 : 0) + (finding.wire > .compatible ? 1 : 0)
    }
    // A parameter or body that several operations share stands elsewhere.
    guard let route = change.route, isNamed, finding.operations.contains(route) else { return 0 }
    return 1
  }

  private static func isInside(_ finding: Finding, _ anchors: (old: [String], new: [String]))
    -> Bool
  {
    let pointers = finding.new == nil ? anchors.old : anchors.new
    return pointers.contains { isPlace($0, around: finding.pointer) }
  }

  /// The schema that a property is written in, which is not the one that inherits it.
  private static func home(of property: String) -> String? {
    let parts = property.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.dropLast().last == "properties" else { return nil }
    return parts.dropLast(2).joined(separator: "/")
  }

  private static func isPlace(_ anchor: String, around pointer: String) -> Bool {
    let (outer, inner) = (anchor.utf8, pointer.utf8)
    guard inner.starts(with: outer) else { return false }
    return inner.count == outer.count || inner.dropFirst(outer.count).first == UInt8(ascii: "/")
  }

  /// Whether what is mere words on the wire has a name or a warning in Swift.
  private static func isReason(_ rule: Rule, _ change: SourceChange) -> Bool {
    change.aspect.hasSuffix("deprecated") && rule.aspect == "deprecated"
      || change.aspect == "operation-renamed" && rule.id == "operation-id-changed"
  }

  private func anchors(_ old: Node?, _ new: Node?) -> (old: [String], new: [String]) {
    (old.map { Self.places($0, self.old) } ?? [], new.map { Self.places($0, self.new) } ?? [])
  }

  /// The pointers of what a place refers to behind a choice with null, or in a part beside words.
  private static func parts(_ node: Node?, _ document: Document) -> [String] {
    guard let node else { return [] }
    return ["allOf", "oneOf", "anyOf"].flatMap { node[$0].map { Array($0.elements) } ?? [] }
      .compactMap { document.resolve($0)?.node }.map(document.pointer(of:))
  }

  /// The pointers of a place and of what it refers to.
  private static func places(_ node: Node, _ document: Document) -> [String] {
    var found = [document.pointer(of: node)]
    if let target = document.resolve(node)?.node { found.append(document.pointer(of: target)) }
    if let items = node["items"] { found += places(items, document) }
    return found
  }
}

/// A key, a value or a name on the wire, by which a finding may call what it is about.
private struct WireName {
  private let written: String
  private let bare: String
  private let endings: [String]

  init(_ written: String) {
    self.written = written
    bare = written.filter { $0 != "\"" }
    // A keyword of that name, such as `type`, is no name.
    endings = Self.tables.map { [bare] in "/\($0)/\(bare)" }
  }

  /// Where the keys are names.
  private static let tables = [
    "properties", "headers", "parameters", "schemas", "definitions", "$defs", "responses",
    "webhooks", "callbacks",
  ]

  func isNamed(by finding: Finding) -> Bool {
    guard !written.isEmpty else { return false }
    return [finding.before, finding.after].contains { $0 == bare || $0 == written }
      || endings.contains(where: finding.pointer.hasSuffix)
  }
}
