import Diagnostics
import Mustache

/// A file as a template wrote it.
struct RenderedFile: Sendable {
  var path: String
  var bytes: [UInt8]
}

extension TemplateSet {
  /// All files of a module; whatever a template got wrong is reported, each thing once.
  func render(_ module: Object) -> (files: [RenderedFile], diagnostics: DiagnosticList) {
    var files: [RenderedFile] = []
    var found = DiagnosticList()
    for entry in entries {
      for subject in subjects(of: entry, module, &found) {
        do {
          let path = try library.render(entry.path, .object(subject))
          let bytes = try library.render(entry.template, .object(subject))
          files.append(RenderedFile(path: String(decoding: path, as: UTF8.self), bytes: bytes))
        } catch {
          found.add(error.diagnostics)
        }
      }
    }
    return (files, found)
  }

  /// What an entry is repeated over; items see what the module declares too.
  private func subjects(
    of entry: Entry, _ module: Object, _ found: inout DiagnosticList
  ) -> [Object] {
    if entry.subject == "module" { return [module] }
    guard case .list(let items) = module[entry.subject] else {
      let lists = module.keys.filter { if case .list = module[$0] { true } else { false } }
      let near = nearMiss(entry.subject, among: ["module"] + lists)
      found.error(
        "template-manifest", "a module has no list '\(entry.subject)'", at: entry.location,
        help: near.map { "did you mean '\($0)'?" } ?? "use \(listed(["module"] + lists))")
      return []
    }
    let shared = module.keys.compactMap { key in module[key].map { (key, $0) } }
    return items.compactMap { item in
      guard case .object(let object) = item else { return nil }
      let own = object.keys.compactMap { key in object[key].map { (key, $0) } }
      return Object(shared + own, kind: object.kind)
    }
  }
}
