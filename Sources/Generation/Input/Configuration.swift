import Diagnostics
import YAML

/// What gen.yaml says: choices for all descriptions, and for each one by its file name.
public struct Configuration: Sendable {
  /// The choices for one description; nothing chosen means the default.
  public struct Entry: Sendable {
    /// The namespace that everything stands in.
    public var namespace: String?
    /// The module's name, also that of its folder.
    public var module: String?
    /// An overlay's path beside the description.
    public var overlay: String?
    /// `public`, `package` or `internal`.
    public var access: String?
    /// Which operations are wanted.
    public var selection = OperationSelection()
    /// Swift names by the name in the description.
    public var renames: [String: String] = [:]
    /// Swift types by format.
    public var formats: [String: String] = [:]
    /// More conformances for records.
    public var conformances: [String] = []
    /// Whether types are `Hashable`; they are unless it says `false`.
    public var hashable: String?
    /// Where what has to match something was written.
    var places: [ConfigurationChoice: SourceRange] = [:]
  }

  /// The file; `nil` when there is none and everything is derived.
  public var file: SourceFile?
  /// The folder that modules are written to.
  public var output: String?
  /// A folder of templates that overlays the default one.
  public var templates: String?
  /// How bad findings of `gen lint` are by their id, `off` included, with the place of the word.
  public var severities: [String: (word: String, location: SourceRange)] = [:]
  /// The choices for all descriptions.
  public var defaults = Entry()
  /// The choices by file name, with the place of the name.
  public var entries: [String: (entry: Entry, location: SourceRange)] = [:]

  /// A configuration in which nothing is chosen.
  public init() {}

  /// The choices for one description, those for all included.
  public func entry(for fileName: String) -> Entry {
    guard var entry = entries[fileName]?.entry else {
      return defaults
    }
    entry.access = entry.access ?? defaults.access
    entry.hashable = entry.hashable ?? defaults.hashable
    entry.places.merge(defaults.places(besides: entry)) { own, _ in own }
    if entry.selection.include.isEmpty { entry.selection.include = defaults.selection.include }
    if entry.selection.exclude.isEmpty { entry.selection.exclude = defaults.selection.exclude }
    entry.renames.merge(defaults.renames) { own, _ in own }
    entry.formats.merge(defaults.formats) { own, _ in own }
    entry.conformances += defaults.conformances.filter { !entry.conformances.contains($0) }
    return entry
  }
}

extension Configuration {
  private static let shared = [
    "access", "include", "exclude", "renames", "formats", "conformances", "hashable",
  ]
  private static let own = ["namespace", "module", "overlay"]

  /// Reads a configuration, with everything wrong about it.
  public static func read(
    _ file: SourceFile
  ) -> (configuration: Configuration, diagnostics: DiagnosticList) {
    let parsed = parse(file)
    var configuration = Configuration()
    configuration.file = file
    var reader = FieldReader(id: "configuration")
    reader.diagnostics = parsed.diagnostics
    guard let root = parsed.tree?.root else { return (configuration, reader.diagnostics) }
    let fields = reader.fields(
      root, of: "gen.yaml", known: ["output", "templates", "lint", "descriptions"] + shared)
    configuration.output = reader.text(fields["output"], of: "'output'")
    configuration.templates = reader.text(fields["templates"], of: "'templates'")
    for (key, value) in reader.entries(fields["lint"], of: "'lint'") {
      let id = key.string ?? ""
      let word = reader.word(
        value, of: "'\(id)' in 'lint'", among: ["error", "warning", "note", "off"])
      if let word { configuration.severities[id] = (word, key.range) }
    }
    configuration.defaults = entry(fields, &reader)
    for (key, value) in reader.entries(fields["descriptions"], of: "'descriptions'") {
      let name = key.string ?? ""
      let fields = reader.fields(value, of: "'\(name)'", known: own + shared)
      configuration.entries[name] = (entry(fields, &reader), key.range)
    }
    return (configuration, reader.diagnostics)
  }

  private static func entry(_ fields: [String: Node], _ reader: inout FieldReader) -> Entry {
    var entry = Entry()
    entry.namespace = name(fields["namespace"], of: "'namespace'", &reader)
    entry.module = name(fields["module"], of: "'module'", &reader)
    entry.overlay = reader.text(fields["overlay"], of: "'overlay'")
    entry.access = reader.word(
      fields["access"], of: "'access'", among: ["public", "package", "internal"])
    entry.hashable = reader.word(
      fields["hashable"], of: "'hashable'", among: ["true", "false"])
    entry.selection.include = criteria(fields["include"], of: "'include'", &reader)
    entry.selection.exclude = criteria(fields["exclude"], of: "'exclude'", &reader)
    entry.renames = reader.table(fields["renames"], of: "'renames'", as: .name)
    entry.formats = reader.table(fields["formats"], of: "'formats'", as: .type)
    entry.conformances = reader.texts(fields["conformances"], of: "'conformances'", as: .type)
    reader.reportConformances(fields["conformances"])
    entry.places = ConfigurationChoice.places(fields)
    return entry
  }

  private static func criteria(
    _ node: Node?, of what: String, _ reader: inout FieldReader
  ) -> OperationSelection.Criteria {
    let fields = reader.fields(node, of: what, known: ["tags", "paths", "operations"])
    return OperationSelection.Criteria(
      tags: reader.texts(fields["tags"], of: "'tags'"),
      paths: reader.texts(fields["paths"], of: "'paths'"),
      operations: reader.texts(fields["operations"], of: "'operations'"))
  }

  private static func name(_ node: Node?, of what: String, _ reader: inout FieldReader) -> String? {
    guard let node, let name = reader.text(node, of: what) else { return nil }
    guard ModuleName.isValid(name) else {
      reader.diagnostics.error(
        reader.id, "'\(name)' cannot be \(what)", at: node.range,
        help: "use letters and digits, starting with a capital letter, and no name of Swift's own")
      return nil
    }
    return name
  }
}
