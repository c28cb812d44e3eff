import Contract
import Diagnostics
import Mustache
import OpenAPI
import SwiftPlan

/// One description on its way to files; each step is there when those before it went well.
struct ModuleBuild: Sendable {
  let description: Description
  var document: Document?
  var contract: APIContract?
  var plan: ModulePlan?
  var files: [RenderedFile] = []
  var diagnostics = DiagnosticList()

  /// Goes as far as the plan; a description with errors is still read to its end, so that a person
  /// hears of everything at once.
  init(_ description: Description, _ stages: Stages) {
    self.description = description
    let loaded = stages.load(description)
    diagnostics.add(loaded.diagnostics)
    document = loaded.document
    guard let document, !isStopped else { return }
    diagnostics.add(description.unmatchedChoices(document))
    let lowered = stages.lower(document, description)
    diagnostics.add(untold(lowered.diagnostics))
    contract = lowered.contract
    let isEmpty = lowered.contract.operations.isEmpty && lowered.contract.deliveries.isEmpty
    if isEmpty, !description.selection.isEverything {
      diagnostics.error(
        "empty-selection", "no operation of '\(description.file.name)' is selected", at: nil,
        help: "see 'include' and 'exclude' in gen.yaml, and the --include options")
    }
    guard let contract, !isStopped else { return }
    let planned = stages.plan(contract, description.options)
    diagnostics.add(planned.diagnostics)
    plan = planned.plan
  }

  /// Whether there is an error that generating would stop at too.
  private var isStopped: Bool { diagnostics.all.contains { $0.severity == .error && !$0.isLint } }

  /// What a later stage says, but for places that a rule has an error at: one fault is told once.
  private func untold(_ later: DiagnosticList) -> DiagnosticList {
    let told = Set(
      diagnostics.all.lazy.filter { $0.severity == .error && $0.isLint }.compactMap(\.location))
    if told.isEmpty { return later }
    return later.regraded { finding in
      finding.location.map(told.contains) == true ? nil : finding.severity
    }
  }

  /// Renders the plan; what it was made from, and then the plan, make room.
  mutating func render(_ templates: TemplateSet) {
    guard let plan, !diagnostics.hasErrors, !templates.diagnostics.hasErrors else { return }
    (document, contract, self.plan) = (nil, nil, nil)
    let rendered = templates.render(contexts(plan))
    files = rendered.files
    diagnostics.add(rendered.diagnostics)
  }
}

extension Diagnostic {
  /// Whether only those who check a description hear of it.
  fileprivate var isLint: Bool { Rule.lintIDs.contains(id) }
}
