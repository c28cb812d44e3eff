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
    guard let document, !diagnostics.hasErrors else { return }
    diagnostics.add(description.unmatchedChoices(document))
    let lowered = stages.lower(document, description)
    diagnostics.add(lowered.diagnostics)
    contract = lowered.contract
    let isEmpty = lowered.contract.operations.isEmpty && lowered.contract.deliveries.isEmpty
    if isEmpty, !description.selection.isEverything {
      diagnostics.error(
        "empty-selection", "no operation of '\(description.file.name)' is selected", at: nil,
        help: "see 'include' and 'exclude' in gen.yaml, and the --include options")
    }
    guard let contract, !diagnostics.hasErrors else { return }
    let planned = stages.plan(contract, description.options)
    diagnostics.add(planned.diagnostics)
    plan = planned.plan
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
