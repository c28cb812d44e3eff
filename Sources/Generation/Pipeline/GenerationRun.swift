import Diagnostics
import OpenAPI
import SwiftPlan

/// One run of the generator: what it starts from, and where its modules go.
struct GenerationRun: Sendable {
  private let request: GenerationRequest
  private let found: Discovery
  private let templates: TemplateSet
  private let folder: OutputFolder
  private let sources: Set<String>
  private let records: RecordFolder?
  private let key: String
  /// What is known before a description is read.
  private var diagnostics = DiagnosticList()

  init(_ request: GenerationRequest) {
    self.request = request
    found = Discovery(request)
    templates = TemplateSet.find(request.templates ?? found.configuration.templates)
    folder = OutputFolder(
      request.output ?? found.configuration.output ?? GenerationRequest.defaultOutput)
    sources = Set(found.descriptions.map(\.options.source))
    diagnostics.add(found.diagnostics)
    diagnostics.add(templates.diagnostics)
    records = diagnostics.hasErrors ? nil : request.records.map(RecordFolder.init)
    key = records == nil ? "" : RunRecord.key(found, templates, output: folder.path)
  }

  /// The result when the last run had the same input and its output is still there.
  func unchanged() -> GenerationResult? {
    let modules = found.descriptions.map(\.options.module)
    guard let record = records?.record(of: request),
      record.isCurrent(key: key, modules: modules, folder, isGone: isGone)
    else { return nil }
    var result = record.result
    result.diagnostics = diagnostics
    return result
  }

  /// The result of reading, rendering, comparing and writing.
  func result(_ stages: Stages, _ progress: @escaping @Sendable (String) -> Void)
    -> GenerationResult
  {
    var result = GenerationResult()
    let builds = concurrentMap(found.descriptions) { description in
      progress(description.file.name)
      var build = ModuleBuild(description, stages)
      build.render(templates)
      return build
    }
    result.diagnostics.add(diagnostics)
    result.diagnostics.add(ModuleBuild.findings(builds))
    guard !result.diagnostics.hasErrors else { return result }

    let tree = outputTree(builds, &result.diagnostics)
    result.moduleCount = tree.modules.count
    result.fileCount = tree.fileCount
    let comparison = folder.compare(tree, isGone: isGone)
    result.diagnostics.add(comparison.diagnostics)
    guard !result.diagnostics.hasErrors else { return result }
    result.changes = comparison.changes
    if request.mode == .write { result.diagnostics.add(folder.apply(comparison.changes)) }
    let isCurrent = request.mode == .write ? !result.diagnostics.hasErrors : result.changes.isEmpty
    if isCurrent { keep(builds, tree) }
    return result
  }

  /// Leaves a record of output that is up to date.
  private func keep(_ builds: [ModuleBuild], _ tree: OutputTree) {
    guard let records else { return }
    var record = RunRecord(key: key)
    record.moduleCount = tree.modules.count
    record.fileCount = tree.fileCount
    record.findingCount = builds.reduce(0) { $0 + $1.diagnostics.all.count }
    record.manifests = tree.modules.mapValues { Manifest.hash(Manifest($0).bytes) }
    for build in builds { record.inputs.merge(build.description.reads.marks) { $1 } }
    records.keep(record, of: request)
  }

  private func outputTree(
    _ builds: [ModuleBuild], _ diagnostics: inout DiagnosticList
  ) -> OutputTree {
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
  private func isGone(_ source: String) -> Bool {
    if sources.contains(source) { return true }
    let root = Files.folder(of: Files.absolute(folder.path))
    let place = Files.absolute(Files.join(root, source))
    let parent = Files.folder(of: place)
    return !source.isEmpty && !Files.exists(place)
      && request.inputs.contains { Files.isFolder($0) && Files.absolute($0) == parent }
  }
}
