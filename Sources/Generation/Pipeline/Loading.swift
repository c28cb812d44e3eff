import Diagnostics
import OpenAPI

/// The descriptions that a request names, read and resolved, each by its path below the input.
public func load(
  _ request: GenerationRequest, stages: Stages = .standard
) -> (documents: [(name: String, document: Document)], diagnostics: DiagnosticList) {
  let found = Discovery(request)
  var diagnostics = found.diagnostics
  var documents: [(String, Document)] = []
  for description in found.descriptions {
    let loaded = stages.load(description)
    diagnostics.add(loaded.diagnostics)
    if let document = loaded.document {
      documents.append((Files.name(of: description.file.name), document))
    }
  }
  return (documents, diagnostics)
}
