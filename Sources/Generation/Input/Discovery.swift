import Diagnostics
import SwiftPlan
import YAML

/// What a run works on.
struct Discovery: Sendable {
  var descriptions: [Description] = []
  /// The configuration that speaks of output and templates: the first found.
  var configuration = Configuration()
  var diagnostics = DiagnosticList()
  private let tree: FileTree

  /// Finds the descriptions in folders and files, with their overlays and their names.
  init(_ request: GenerationRequest) {
    tree = request.tree
    var configurations: [String: Configuration] = [:]
    if let path = request.configuration {
      if let file = Files.read(path) {
        let (read, found) = Configuration.read(file)
        configuration = read
        diagnostics.add(found)
      } else {
        diagnostics.error("unreadable-file", "'\(path)' cannot be read", at: nil)
      }
    }
    for input in request.inputs {
      for path in paths(in: input) where !descriptions.contains(where: { $0.path == path }) {
        let folder = Files.folder(of: path)
        let chosen =
          configurations[folder]
          ?? (request.configuration == nil
            ? beside(folder, isFirst: configurations.isEmpty) : configuration)
        configurations[folder] = chosen
        add(path, folder, chosen, request)
      }
    }
    if request.configuration == nil { settleChoices(configurations) }
    settleNames()
  }

  /// What all descriptions of a folder share can only be judged where all of them are read.
  private mutating func settleChoices(_ configurations: [String: Configuration]) {
    for (folder, configuration) in configurations where !configuration.defaults.places.isEmpty {
      let others = tree.names(folder).filter(Self.mayBeDescription).map { Files.join(folder, $0) }
      let isWhole = others.allSatisfy { path in
        descriptions.contains { $0.path == path } || tree.read(path).map(isDescription) != true
      }
      if isWhole { continue }
      let shared = Set(configuration.defaults.places.values)
      for index in descriptions.indices {
        descriptions[index].places = descriptions[index].places.filter { !shared.contains($1) }
        descriptions[index].options.renamePlaces =
          descriptions[index].options.renamePlaces.filter { !shared.contains($1) }
      }
    }
  }

  /// Reads the configuration of a folder, which may name only files that are there.
  private mutating func read(_ file: SourceFile) -> Configuration {
    let (configuration, found) = Configuration.read(file)
    diagnostics.add(found)
    let folder = Files.folder(of: file.name)
    for (name, entry) in configuration.entries.sorted(by: { $0.key < $1.key })
    where !tree.exists(Files.join(folder, name)) {
      let near = nearMiss(name, among: tree.names(folder))
      diagnostics.error(
        "configuration", "there is no '\(name)' in this folder", at: entry.location,
        help: near.map { "did you mean '\($0)'?" })
    }
    return configuration
  }

  private mutating func beside(_ folder: String, isFirst: Bool) -> Configuration {
    for name in ["gen.yaml", "gen.yml"] {
      guard let file = tree.read(Files.join(folder, name)) else { continue }
      let found = read(file)
      if isFirst { configuration = found }
      return found
    }
    return Configuration()
  }

  private mutating func paths(in input: String) -> [String] {
    guard tree.isFolder(input) else { return [input] }
    let folder = input.hasSuffix("/") && input.count > 1 ? String(input.dropLast()) : input
    let found = tree.names(folder).filter(Self.mayBeDescription)
      .map { Files.join(folder, $0) }
      .filter { tree.read($0).map(isDescription) ?? false }
    if found.isEmpty {
      diagnostics.error(
        "no-description", "there is no OpenAPI description in '\(input)'", at: nil,
        help: "a description is a .yaml, .yml, .json or .md file with 'openapi:' or 'swagger:'")
    }
    return found
  }

  private static func mayBeDescription(_ name: String) -> Bool {
    let isOther = name == "gen.yaml" || name == "gen.yml" || name.contains(".overlay.")
    return !isOther && !name.hasPrefix(".")
      && [".yaml", ".yml", ".json", ".md"].contains { name.lowercased().hasSuffix($0) }
  }

  private mutating func add(
    _ path: String, _ folder: String, _ configuration: Configuration, _ request: GenerationRequest
  ) {
    guard let file = path == "-" ? request.standardInput : tree.read(path) else {
      diagnostics.error("unreadable-file", "'\(path)' cannot be read", at: nil)
      return
    }
    let entry = configuration.entry(for: Files.name(of: path))
    let name = ModuleName(
      namespace: entry.namespace
        ?? ModuleName.namespace(path: Files.absolute(tree.place(path))) {
          parse(file).tree?.root?["info"]?["title"]?.string
        }, module: entry.module)
    var selection = entry.selection
    if !request.selection.include.isEmpty { selection.include = request.selection.include }
    if !request.selection.exclude.isEmpty { selection.exclude = request.selection.exclude }
    descriptions.append(
      Description(
        file: file, path: path == "-" ? nil : path, folder: request.root ?? folder,
        overlay: overlay(of: path, in: folder, entry, configuration),
        options: PlanOptions(
          module: name.module, namespace: name.namespace, access: entry.access ?? "public",
          source: source(path, request), renames: entry.renames, formats: entry.formats,
          conformances: entry.conformances, isHashable: entry.hashable != "false",
          // What is left out for once may still be renamed.
          renamePlaces: request.selection.isEverything ? renamePlaces(entry) : [:]),
        selection: selection,
        asked: request.selection.include.choices + request.selection.exclude.choices,
        places: entry.places, tree: tree))
  }

  private func renamePlaces(_ entry: Configuration.Entry) -> [String: SourceRange] {
    var places: [String: SourceRange] = [:]
    for case (.rename(let name), let place) in entry.places { places[name] = place }
    return places
  }

  private mutating func overlay(
    of path: String, in folder: String, _ entry: Configuration.Entry, _ configuration: Configuration
  ) -> SourceFile? {
    if let name = entry.overlay {
      if let file = tree.read(Files.join(folder, name)) { return file }
      diagnostics.error(
        "configuration", "the overlay '\(name)' cannot be read",
        at: configuration.entries[Files.name(of: path)]?.location)
      return nil
    }
    guard let dot = path.lastIndex(of: "."), path != "-" else { return nil }
    for ending in ["yaml", "yml", "json"] {
      if let file = tree.read("\(path[..<dot]).overlay.\(ending)") { return file }
    }
    return nil
  }

  /// The same whoever runs it from wherever: the path from the folder that the output folder is in.
  private func source(_ path: String, _ request: GenerationRequest) -> String {
    let output = request.output ?? configuration.output ?? GenerationRequest.defaultOutput
    let root = Files.folder(of: Files.absolute(output))
    let place = Files.absolute(path)
    let isInside = place.hasPrefix(root == "/" ? "/" : root + "/") && root != "/"
    return isInside ? String(place.dropFirst(root.count + 1)) : Files.name(of: path)
  }
}

extension Discovery {
  /// Two descriptions may not share a module: the second takes its ending into its name, or a
  /// person decides.
  private mutating func settleNames() {
    var taken: [String: Int] = [:]
    let byFormat = descriptions.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    for index in byFormat {
      let options = descriptions[index].options
      guard let other = taken[options.module.lowercased()] else {
        taken[options.module.lowercased()] = index
        continue
      }
      let ending = ModuleName.identifier(descriptions[index].file.name.fileEnding) ?? ""
      let name = ModuleName(namespace: options.namespace + ending)
      let isDerived = options.module == ModuleName(namespace: options.namespace).module
      if isDerived, taken[name.module.lowercased()] == nil {
        descriptions[index].options.namespace = name.namespace
        descriptions[index].options.module = name.module
        taken[name.module.lowercased()] = index
        continue
      }
      diagnostics.error(
        "duplicate-module",
        "'\(descriptions[index].file.name)' and '\(descriptions[other].file.name)' "
          + "would both be \(options.module)",
        at: nil, help: "give one of them a 'namespace' in gen.yaml")
    }
  }

  private func rank(_ index: Int) -> Int {
    ["yaml", "yml", "json", "md"].firstIndex(of: descriptions[index].file.name.fileEnding) ?? 4
  }
}

extension String {
  fileprivate var fileEnding: String {
    lastIndex(of: ".").map { self[index(after: $0)...].lowercased() } ?? ""
  }
}
