import Diagnostics
import OpenAPI
import SwiftPlan

/// A description that was read, with what is chosen for its module.
public struct LoadedDescription: Sendable {
  /// The name of its file.
  public var name: String
  /// What was read.
  public var document: Document
  /// The names and choices that its module follows.
  public var options: PlanOptions
  /// Which operations are wanted.
  public var selection: OperationSelection
}

/// The descriptions that a request names, read and resolved, each by its path below the input.
public func load(
  _ request: GenerationRequest, stages: Stages = .standard
) -> (documents: [LoadedDescription], diagnostics: DiagnosticList) {
  let found = Discovery(request)
  var diagnostics = found.diagnostics
  var documents: [LoadedDescription] = []
  for description in found.descriptions {
    let loaded = stages.load(description)
    diagnostics.add(loaded.diagnostics)
    if let document = loaded.document {
      documents.append(
        LoadedDescription(
          name: Files.name(of: description.file.name), document: document,
          options: description.options, selection: description.selection))
    }
  }
  return (documents, diagnostics)
}
