import Contract
import OpenAPI
import SwiftPlan

/// A description with the choices that its module follows.
public struct ModuleSource: Sendable {
  /// What was read.
  public var document: Document
  /// The names and choices.
  public var options: PlanOptions
  /// Which operations are wanted; `nil` for all.
  public var wants: (@Sendable (OperationKey) -> Bool)?

  /// Makes a source of its parts.
  public init(
    document: Document, options: PlanOptions, wants: (@Sendable (OperationKey) -> Bool)? = nil
  ) {
    self.document = document
    self.options = options
    self.wants = wants
  }

  var outline: Outline { Outline(Contract.lower(document, keeping: wants).contract, options) }
}

extension PlanOptions {
  /// Whether a module of the same description declares the same names and types.
  public func declares(like other: PlanOptions) -> Bool {
    module == other.module && namespace == other.namespace && renames == other.renames
      && formats == other.formats && conformances == other.conformances
      && isHashable == other.isHashable
  }
}
