import Diagnostics
import Mustache

/// A file as a template wrote it.
struct RenderedFile: Sendable {
  var path: String
  var bytes: [UInt8]
}

extension TemplateSet {
  /// One file to render: its entry, and the item that it is for when it is not for the module.
  private struct Job: Sendable {
    var entry: Entry
    var values: [Value]
  }

  /// All files of a module, for each of which `module` makes what the module declares; whatever a
  /// template got wrong is reported, each thing once.
  func render(_ module: () -> Object) -> (files: [RenderedFile], diagnostics: DiagnosticList) {
    var found = DiagnosticList()
    let jobs = entries.flatMap { entry in
      subjects(of: entry, module, &found).map { Job(entry: entry, values: $0) }
    }
    var files: [RenderedFile] = []
    // One after the other: on two cores the files of one module took as long by the clock and a tenth
    // more CPU time, as both threads count references to the same templates. Modules run side by side.
    for job in jobs {
      switch render(job) {
      case .success(let file): files.append(file)
      case .failure(let failure): found.add(failure.diagnostics)
      }
    }
    return (files, found)
  }

  private func render(_ job: Job) -> Result<RenderedFile, TemplateFailure> {
    Result { () throws(TemplateFailure) in
      let path = try library.render(job.entry.path, job.values)
      let bytes = try library.render(job.entry.template, job.values)
      return RenderedFile(path: String(decoding: path, as: UTF8.self), bytes: bytes)
    }
  }

  /// What an entry is repeated over; items see what the module declares too.
  private func subjects(
    of entry: Entry, _ makeModule: () -> Object, _ found: inout DiagnosticList
  ) -> [[Value]] {
    let module = makeModule()
    if entry.subject == "module" { return [[.object(module)]] }
    guard case .items(let items) = module[entry.subject] else {
      let lists = module.keys.filter { if case .items = module[$0] { true } else { false } }
      let near = nearMiss(entry.subject, among: ["module"] + lists)
      found.error(
        "template-manifest", "a module has no list '\(entry.subject)'", at: entry.location,
        help: near.map { "did you mean '\($0)'?" } ?? "use \(listed(["module"] + lists))")
      return []
    }
    return items.values.compactMap { item in
      guard case .object = item else { return nil }
      return [.object(makeModule()), item]
    }
  }
}
