import Contract
import Diagnostics
import Foundation
import OpenAPI
import SwiftPlan

/// The stages between a text and a plan, each replaceable so that a test can stand in for it.
public struct Stages: Sendable {
  /// Reads a description, its overlay and the files that it refers to.
  public var load: @Sendable (Description) -> (document: Document?, diagnostics: DiagnosticList)
  /// Finds what the API is, with what is chosen for it.
  public var lower:
    @Sendable (Document, Description) -> (contract: APIContract, diagnostics: DiagnosticList)
  /// Finds the Swift words for it.
  public var plan:
    @Sendable (APIContract, PlanOptions) -> (plan: ModulePlan, diagnostics: DiagnosticList)

  /// Makes stages out of functions.
  public init(
    load: @escaping @Sendable (Description) -> (document: Document?, diagnostics: DiagnosticList),
    lower:
      @escaping @Sendable (Document, Description) -> (
        contract: APIContract, diagnostics: DiagnosticList
      ) = { document, description in
        Contract.lower(
          document, keeping: description.selection.predicate, formats: description.ownFormats)
      },
    plan:
      @escaping @Sendable (APIContract, PlanOptions) -> (
        plan: ModulePlan, diagnostics: DiagnosticList
      ) = { SwiftPlan.plan($0, $1) }
  ) {
    self.load = load
    self.lower = lower
    self.plan = plan
  }

  /// The stages that gen runs.
  public static let standard = checking(for: [.everyone])

  /// The stages that look at a description for its own sake, in the order of how much they ask.
  public static func linting(style: Bool) -> Stages {
    var stages = checking(for: style ? [.everyone, .linting, .style] : [.everyone, .linting])
    stages.plan = { contract, options in
      var options = options
      options.tellsNames = true
      return SwiftPlan.plan(contract, options)
    }
    return stages
  }

  private static func checking(for scopes: Set<Rule.Scope>) -> Stages {
    Stages(load: { description in
      var (document, diagnostics) = reading.load(description)
      if let document { diagnostics.add(validate(document, for: scopes)) }
      return (document, diagnostics)
    })
  }

  /// The stages without the checks that only generating needs.
  public static let reading = Stages(load: { description in
    let root = description.folder == "." ? "" : description.folder
    let workspace = Workspace(root: root) { path in
      // A link inside the folder may lead out of it, whatever its path says.
      let isInside = description.tree.contains(description.folder, path)
      let file = isInside ? description.tree.read(path) : nil
      description.reads.note(path, file)
      guard let file else { throw CocoaError(.fileReadNoSuchFile) }
      return file.bytes
    }
    return workspace.load(description.file, overlay: description.overlay)
  })
}
