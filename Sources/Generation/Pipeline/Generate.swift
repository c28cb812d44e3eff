import Diagnostics
import OpenAPI
import SwiftPlan

/// Generates the modules of all descriptions: everything is rendered before anything is written,
/// and nothing is written when anything is wrong.
public func generate(
  _ request: GenerationRequest, stages: Stages = .standard,
  progress: @escaping @Sendable (String) -> Void = { _ in }
) -> GenerationResult {
  var result = GenerationResult()
  let found = Discovery(request)
  result.diagnostics.add(found.diagnostics)
  let templates = TemplateSet.find(request.templates ?? found.configuration.templates)
  result.diagnostics.add(templates.diagnostics)
  let builds = concurrentMap(found.descriptions) { description in
    progress(description.file.name)
    var build = ModuleBuild(description, stages)
    build.render(templates)
    return build
  }
  for build in builds { result.diagnostics.add(build.diagnostics) }
  guard !result.diagnostics.hasErrors else { return result }

  let tree = outputTree(builds, &result.diagnostics)
  result.moduleCount = tree.modules.count
  result.fileCount = tree.fileCount
  let folder = OutputFolder(
    request.output ?? found.configuration.output ?? GenerationRequest.defaultOutput)
  let sources = Set(found.descriptions.map(\.options.source))
  let comparison = folder.compare(tree) { source in
    isGone(source, sources, request, output: folder.path)
  }
  result.diagnostics.add(comparison.diagnostics)
  guard !result.diagnostics.hasErrors else { return result }
  result.changes = comparison.changes
  if request.mode == .write { result.diagnostics.add(folder.apply(comparison.changes)) }
  return result
}

/// Everything wrong with the descriptions, without rendering or writing anything.
public func lint(_ request: GenerationRequest, stages: Stages = .standard) -> DiagnosticList {
  let found = Discovery(request)
  var diagnostics = found.diagnostics
  for build in concurrentMap(found.descriptions, { ModuleBuild($0, stages) }) {
    diagnostics.add(build.diagnostics)
  }
  return diagnostics
}

private func outputTree(_ builds: [ModuleBuild], _ diagnostics: inout DiagnosticList) -> OutputTree
{
  var tree = OutputTree()
  for build in builds {
    let options = build.description.options
    tree.add(module: options.module, source: options.source)
    for file in build.files {
      if let problem = tree.add(file.path, to: options.module, file.bytes) {
        diagnostics.add(problem)
      }
    }
  }
  return tree
}

/// A module goes when its description has another module now, or left a folder that was looked at.
private func isGone(
  _ source: String, _ present: Set<String>, _ request: GenerationRequest, output: String
) -> Bool {
  if present.contains(source) { return true }
  let root = Files.folder(of: Files.absolute(output))
  let place = Files.absolute(Files.join(root, source))
  let folder = Files.folder(of: place)
  return !source.isEmpty && !Files.exists(place)
    && request.inputs.contains { Files.isFolder($0) && Files.absolute($0) == folder }
}
