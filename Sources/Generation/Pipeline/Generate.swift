import Diagnostics
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
