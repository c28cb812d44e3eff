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
  let left = Outline(Contract.lower(old, keeping: wants).contract, options)
  let right = Outline(Contract.lower(new, keeping: wants).contract, options)
  var attachment = Attachment(Report(facts).findings, old, new)
  for change in SourceComparison.changes(left, right) { attachment.add(change, options.namespace) }
  return Report(attachment.finished)
}
