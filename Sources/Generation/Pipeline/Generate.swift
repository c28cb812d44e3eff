import Diagnostics
import OpenAPI
import SwiftPlan

/// Generates the modules of all descriptions: everything is rendered before anything is written,
/// and nothing is written when anything is wrong.
public func generate(
  _ request: GenerationRequest, stages: Stages = .standard,
  progress: @escaping @Sendable (String) -> Void = { _ in }
) -> GenerationResult {
  let run = GenerationRun(request)
  return run.unchanged() ?? run.result(stages, progress)
}

/// Everything wrong with the descriptions, without rendering or writing anything.
public func lint(
  _ request: GenerationRequest, stages: Stages = .linting(style: false)
) -> DiagnosticList {
  let found = Discovery(request)
  var diagnostics = found.diagnostics
  for build in concurrentMap(found.descriptions, { ModuleBuild($0, stages) }) {
    diagnostics.add(build.diagnostics)
  }
  return diagnostics.regraded { $0.isViolation ? .error : $0.severity }
}
