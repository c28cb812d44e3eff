import Contract
import Diagnostics
import OpenAPI
import SwiftPlan
import YAML

/// The stages between a text and a plan, each replaceable so that a test can stand in for it.
public struct Stages: Sendable {
  /// Reads a description, its overlay and the files that it refers to.
  public var load: @Sendable (Description) -> (document: Document?, diagnostics: DiagnosticList)
  /// Finds what the API is.
  public var lower:
    @Sendable (Document, OperationSelection) -> (contract: APIContract, diagnostics: DiagnosticList)
  /// Finds the Swift words for it.
  public var plan:
    @Sendable (APIContract, PlanOptions) -> (plan: ModulePlan, diagnostics: DiagnosticList)

  /// Makes stages out of functions.
  public init(
    load: @escaping @Sendable (Description) -> (document: Document?, diagnostics: DiagnosticList),
    lower: @escaping @Sendable (Document, OperationSelection) -> (
      contract: APIContract, diagnostics: DiagnosticList
    ) = { document, _ in Contract.lower(document) },
    plan: @escaping @Sendable (APIContract, PlanOptions) -> (
      plan: ModulePlan, diagnostics: DiagnosticList
    ) = { SwiftPlan.plan($0, $1) }
  ) {
    self.load = load
    self.lower = lower
    self.plan = plan
  }

  /// The stages that gen runs.
  public static let standard = Stages(load: { description in
    let parsed = parse(description.file)
    return (parsed.tree?.root.map { Document(root: $0) }, parsed.diagnostics)
  })
}
