import Contract
import Diagnostics
import Mustache
import OpenAPI
import SwiftPlan
import YAML

/// The stages whose outcome a person can look at.
public enum DumpStage: String, Sendable, CaseIterable {
  case yaml, document, contract, plan, context

  /// What it shows, in a few words.
  public var summary: String {
    switch self {
    case .yaml: "the text as JSON, aliases and merge keys followed"
    case .document: "the description as JSON, its overlay applied"
    case .contract: "what the API is, in no language"
    case .plan: "the Swift words for it"
    case .context: "what a template sees"
    }
  }
}

/// What a stage makes of one description, as JSON; `nil` when an error stopped it before.
public func dump(
  _ stage: DumpStage, _ request: GenerationRequest, stages: Stages = .standard
) -> (text: String?, diagnostics: DiagnosticList) {
  let found = Discovery(request)
  guard let description = found.descriptions.first else { return (nil, found.diagnostics) }
  if stage == .yaml {
    let parsed = parse(description.file)
    return (parsed.tree.map { $0.json(pretty: true) }, parsed.diagnostics)
  }
  let build = ModuleBuild(description, stages)
  var diagnostics = found.diagnostics
  diagnostics.add(build.diagnostics)
  let text: String? =
    switch stage {
    case .yaml: nil
    case .document: build.document?.root.json(pretty: true)
    case .contract: build.contract.map { Mirrored.json($0) }
    case .plan: build.plan.map { Mirrored.json($0) }
    case .context: build.plan.map { Mirrored.json(context($0)) }
    }
  return (text, diagnostics)
}
