import Contract
import OpenAPI
import SwiftPlan
import YAML

/// Everything that changed between two descriptions, and what it does to those who write Swift
/// against the modules that are generated from them.
///
/// Both are planned with the same options, so that what differs comes from the descriptions.
public func compare(
  old: Document, new: Document, options: PlanOptions,
  keeping wants: (@Sendable (OperationKey) -> Bool)? = nil
) -> Report {
  guard let facts = facts(old, new) else { return Report([]) }
  let left = ModuleSource(document: old, options: options, wants: wants)
  let right = ModuleSource(document: new, options: options, wants: wants)
  let outlines = (left.outline, right.outline)
  return attach(
    SourceComparison.changes(outlines.0, outlines.1), to: facts, (left, outlines.0),
    (right, outlines.1))
}

/// Everything that changed between two descriptions, each planned with the choices of its own, so
/// that what differs comes from either.
public func compare(_ old: ModuleSource, _ new: ModuleSource) -> Report {
  let facts = facts(old.document, new.document) ?? []
  let outlines = (old.outline, new.outline)
  // What callers cannot tell apart can only be left out where the choices are the same.
  let changes = SourceComparison.changes(SymbolTable(outlines.0), SymbolTable(outlines.1))
  let report = attach(changes, to: facts, (old, outlines.0), (new, outlines.1))
  return Report(report.findings + [renaming(old, new)].compactMap(\.self))
}

private func attach(
  _ changes: [SourceChange], to facts: [Finding], _ old: (source: ModuleSource, outline: Outline),
  _ new: (source: ModuleSource, outline: Outline)
) -> Report {
  var attachment = Attachment(
    Report(facts).findings, old.source.document, new.source.document,
    users: (TypeUsers(old.outline), TypeUsers(new.outline)))
  for change in changes { attachment.add(change, old.source.options.namespace) }
  return Report(attachment.finished)
}

/// What it does that a module has another name now; `nil` where it has not.
private func renaming(_ old: ModuleSource, _ new: ModuleSource) -> Finding? {
  let (before, after) = (old.options, new.options)
  let isModule = before.module != after.module
  let isNamespace = before.namespace != after.namespace
  guard isModule || isNamespace else { return nil }
  let names =
    isNamespace ? "namespace '\(before.namespace)' is called '\(after.namespace)' now" : ""
  let module = isModule ? "module '\(before.module)' is called '\(after.module)' now" : ""
  let steps =
    (isModule ? ["import \(after.module)"] : [])
    + (isNamespace ? ["write \(after.namespace) instead of \(before.namespace)"] : [])
  return Finding(
    rule: Rule(.swift, Rule.moduleRenamed, .changed), wire: .none, swift: .breaking, sides: .both,
    old: old.document.root.range, new: new.document.root.range, nearest: nil, pointer: "#",
    message: [module, names].filter { !$0.isEmpty }.joined(separator: ", and its "),
    before: isModule ? before.module : before.namespace,
    after: isModule ? after.module : after.namespace,
    operations: Side(old.document).endpoints().map(\.name),
    symbols: [isModule ? before.module : before.namespace],
    witness: isModule ? "import \(before.module)" : "_ = \(before.namespace).self",
    swiftRemedy: steps.joined(separator: " and ")
      + ", or keep the old names under 'descriptions' in gen.yaml")
}
