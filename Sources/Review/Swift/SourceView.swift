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
  let changes = SourceComparison.changes(
    table(old, options, wants), table(new, options, wants))
  var attachment = Attachment(compare(old: old, new: new).findings, old, new)
  for change in changes { attachment.add(change, options.namespace) }
  return Report(attachment.finished)
}

private func table(
  _ document: Document, _ options: PlanOptions, _ wants: (@Sendable (OperationKey) -> Bool)?
) -> SymbolTable {
  let contract = Contract.lower(document, keeping: wants).contract
  return SymbolTable(SwiftPlan.plan(contract, options).plan, contract)
}
