import Diagnostics
import OpenAPI
import YAML

/// Everything that changed between two descriptions of one API: each fact once, at its place.
///
/// The descriptions themselves are compared, not what the generator keeps of them: what never
/// reaches Swift, such as how a list is written into a query, still breaks callers.
public func compare(old: Document, new: Document) -> Report {
  Report(facts(old, new) ?? [])
}

/// What changed; `nil` where both say the same in the same order.
func facts(_ old: Document, _ new: Document) -> [Finding]? {
  let (left, right) = (Side(old), Side(new))
  let unchanged = Unchanged(left.contents, right.contents)
  if unchanged.contains(old.root, new.root) { return nil }
  var comparison = Comparison(left, right, unchanged)
  comparison.compareDocuments()
  return comparison.findings()
}

/// The facts before it is known who feels them, with the effects that their verdicts follow from.
func drafts(old: Document, new: Document) -> [Draft] {
  let (left, right) = (Side(old), Side(new))
  var comparison = Comparison(left, right, Unchanged(left.contents, right.contents))
  comparison.compareDocuments()
  return comparison.drafts
}

/// What it does that a whole description came or went.
public func lonely(_ document: Document, isNew: Bool, module: String? = nil) -> Report {
  let side = Side(document)
  let place = document.root.range
  let name = side.root.info?.title ?? place.file.name
  let verdict = lonelyEffect(isNew: isNew).verdict(on: .request)
  return Report([
    Finding(
      rule: Rule(.document, "", isNew ? .added : .removed), wire: verdict, swift: verdict,
      sides: .request, old: isNew ? nil : place,
      new: isNew ? place : nil, pointer: "#",
      message: "the description of \(name) is \(isNew ? "new" : "gone")",
      before: isNew ? "" : name, after: isNew ? name : "",
      operations: side.endpoints().map(\.name), symbols: module.map { [$0] } ?? [],
      witness: isNew ? nil : module.map { "import \($0)" },
      wireRemedy: lonelyEffect(isNew: isNew).remedy,
      swiftRemedy: isNew || module == nil ? nil : "remove what uses it")
  ])
}

func lonelyEffect(isNew: Bool) -> Effect { isNew ? .extended : .withdrawn }

extension Comparison {
  fileprivate mutating func compareDocuments() {
    let root = uses.add()
    compareInfo(root)
    let pairs = compareOperations()
    compareGlobalSecurity(pairs)
    compareSchemes(pairs)
    compareGlobalServers(pairs)
    drain()
    compareUnused()
    drain()
    uses.settle()
  }

  private mutating func compareInfo(_ unit: Int) {
    let (left, right) = (old.document.root, new.document.root)
    compareWords(.document, left, right, uses.add(), "the description")
    let (info, other) = (left["info"] ?? left, right["info"] ?? right)
    compareWords(.document, info, other, uses.add(), "the API")
    for keyword in ["version", "termsOfService", "contact", "license"] {
      let (old, new) = (info.fact(keyword), other.fact(keyword))
      guard old?.value.canonical != new?.value.canonical else { continue }
      add(
        Rule(
          .document, keyword.lowercased(), old == nil ? .added : new == nil ? .removed : .changed),
        Effects(.annotation), unit, old: old?.key, new: new?.key, near: other,
        before: old?.value.brief ?? "", after: new?.value.brief ?? "",
        "the API has another '\(keyword)'")
    }
  }

  /// Compares the schemas that no operation leads to, or leads to unchanged.
  private mutating func compareUnused() {
    let unit = uses.add()
    let others = Dictionary(
      new.root.schemas.map { ($0.key.string ?? "", $0.value.node) }, uniquingKeysWith: { $1 })
    for (key, value) in old.root.schemas {
      guard let other = others[key.string ?? ""] else { continue }
      relateSchemas([value.node], [other], from: unit)
    }
  }

  /// What was found, with who feels it; the same fact met on several ways is one.
  fileprivate func findings() -> [Finding] {
    var found: [Place: Int] = [:]
    var merged: [(draft: Draft, verdict: Verdict, uses: UseGraph.Uses)] = []
    for draft in drafts {
      var felt = UseGraph.Uses()
      _ = felt.formUnion(uses.uses[draft.unit], on: draft.sides)
      let verdict = draft.effects.verdict(on: felt.sides)
      if let index = found[Place(draft)] {
        merged[index].verdict = max(merged[index].verdict, verdict)
        _ = merged[index].uses.formUnion(felt, on: .both)
      } else {
        found[Place(draft)] = merged.count
        merged.append((draft, verdict, felt))
      }
    }
    return merged.map { finding($0.draft, $0.verdict, $0.uses) }
  }

  private func target(of draft: Draft) -> String? {
    guard draft.rule.aspect == "alternative" else { return nil }
    if let node = draft.new { return new.document.pointer(of: new.target(node)) }
    return draft.old.map { old.document.pointer(of: old.target($0)) }
  }

  private func finding(_ draft: Draft, _ verdict: Verdict, _ uses: UseGraph.Uses) -> Finding {
    var all = uses.request
    all.formUnion(uses.response)
    let place = draft.new.map(new.document.pointer) ?? draft.old.map(old.document.pointer)
    let isMore = verdict > .docs || verdict == .docs && draft.effects != Effects(.annotation)
    return Finding(
      rule: draft.rule, wire: verdict, swift: nil, sides: uses.sides, old: draft.old?.range,
      new: draft.new?.range, nearest: draft.new == nil ? draft.near?.range : nil,
      pointer: place ?? "#", message: draft.message, before: draft.before, after: draft.after,
      operations: all.positions.map { operations[$0] }, symbols: [],
      isMoreThanWords: isMore, target: target(of: draft),
      wireRemedy: verdict < .risky ? nil : draft.effects.remedy(on: uses.sides))
  }
}

/// What makes two drafts the same fact.
private struct Place: Hashable {
  var rule: Rule
  var old: Node?
  var new: Node?
  var before: String
  var after: String

  init(_ draft: Draft) {
    rule = draft.rule
    old = draft.old
    new = draft.new
    before = draft.before
    after = draft.after
  }
}
