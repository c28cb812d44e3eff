import Diagnostics
import Foundation
import Mustache
import YAML

/// The templates of a run: the default ones, a person's own over them, and what each one writes.
struct TemplateSet: Sendable {
  /// One entry of templates.yaml.
  struct Entry: Sendable {
    var template: String
    /// What it is repeated over: `module`, or the name of one of its lists.
    var subject: String
    /// The name of the template that gives the path.
    var path: String
    var location: SourceRange
  }

  static let contract = 1

  var library = TemplateLibrary()
  var entries: [Entry] = []
  var diagnostics = DiagnosticList()

  /// Reads the folders, the default one first; files of later ones replace those of earlier ones.
  ///
  /// A replaced template stays there as `default/NAME`, so that its replacement can build on it and
  /// fill only a block.
  init(folders: [String]) {
    for (index, folder) in folders.enumerated() {
      let names = Files.names(in: folder)
      for name in names where name.hasSuffix(".mustache") {
        guard let file = Files.read(Files.join(folder, name)) else { continue }
        let template = String(name.dropLast(".mustache".count))
        library.add(template, file)
        if index == 0, folders.count > 1 { library.add("default/" + template, file) }
      }
      guard names.contains("templates.yaml"),
        let file = Files.read(Files.join(folder, "templates.yaml"))
      else { continue }
      read(file)
    }
    for entry in entries where !library.names.contains(entry.template) {
      let near = nearMiss(entry.template, among: library.names.filter { !$0.hasPrefix("to ") })
      diagnostics.error(
        "template-manifest", "there is no template '\(entry.template)'", at: entry.location,
        help: near.map { "did you mean '\($0)'?" })
    }
    diagnostics.add(library.diagnostics)
  }

  private mutating func read(_ file: SourceFile) {
    let parsed = parse(file)
    var reader = FieldReader(id: "template-manifest")
    reader.diagnostics = parsed.diagnostics
    let fields = reader.fields(
      parsed.tree?.root, of: "templates.yaml", known: ["contract", "files"])
    if let version = fields["contract"], version.integer != Self.contract {
      reader.diagnostics.error(
        reader.id, "these templates are for contract \(version.string ?? "?")", at: version.range,
        help: "this gen speaks contract \(Self.contract); compare with 'gen dump context'")
    }
    for node in fields["files"]?.elements.map(\.self) ?? [] { add(node, &reader) }
    diagnostics.add(reader.diagnostics)
  }

  private mutating func add(_ node: Node, _ reader: inout FieldReader) {
    let known = ["template", "for", "to"]
    let fields = reader.fields(node, of: "an entry of 'files'", known: known)
    for key in known where fields[key] == nil {
      reader.diagnostics.error(reader.id, "this entry has no '\(key)'", at: node.range)
    }
    guard let template = reader.text(fields["template"], of: "'template'"),
      let subject = reader.text(fields["for"], of: "'for'"), let to = fields["to"],
      let path = reader.text(to, of: "'to'")
    else { return }
    let name = "to \(entries.count)"
    library.add(name, SourceFile(name: to.range.description, text: path))
    entries.append(Entry(template: template, subject: subject, path: name, location: node.range))
  }
}

extension TemplateSet {
  /// Finds the default templates: those of the package one stands in, or of gen's own package.
  static func defaultFolder(sourcePath: String = #filePath) -> String? {
    let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "").path
    let starts = [FileManager.default.currentDirectoryPath, Files.absolute(executable), sourcePath]
    for start in starts {
      var folder = start
      while folder.count > 1 {
        let candidate = Files.join(folder, "Templates")
        let isHere = ["templates.yaml", "client.mustache"].allSatisfy {
          Files.exists(Files.join(candidate, $0))
        }
        if isHere, Files.exists(Files.join(folder, "Package.swift")) { return candidate }
        folder = Files.folder(of: folder)
      }
    }
    return nil
  }

  /// The templates for a run; a folder of one's own need hold only what differs.
  static func find(_ own: String?) -> TemplateSet {
    let standard = defaultFolder()
    var set = TemplateSet(folders: [standard, own].compactMap(\.self))
    if standard == nil {
      set.diagnostics.error(
        "template-missing", "the default templates are nowhere to be found", at: nil,
        help: "run gen in its package, or keep Templates/ beside its Package.swift")
    }
    if let own, !Files.isFolder(own) {
      set.diagnostics.error("template-missing", "there is no folder '\(own)'", at: nil)
    }
    return set
  }
}
