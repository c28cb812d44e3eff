public import Diagnostics

/// What happens to special characters of HTML in `{{name}}`.
public enum Escape: Sendable { case html, none }

/// What a name means that no object declares.
public enum MissingKey: Sendable { case empty, error }

/// Why nothing was rendered.
public struct TemplateFailure: Error, Sendable {
  /// Everything that was found, with its place in a template.
  public let diagnostics: DiagnosticList
}

/// The templates that may call each other, ready to render.
public struct TemplateLibrary: Sendable {
  let escape: Escape
  let missing: MissingKey
  private(set) var templates: [String: Template] = [:]
  private var syntax: [String: DiagnosticList] = [:]

  /// Makes an empty library.
  public init(escape: Escape = .none, missing: MissingKey = .error) {
    self.escape = escape
    self.missing = missing
  }

  /// The names of all templates, sorted.
  public var names: [String] { templates.keys.sorted() }

  /// Adds a template or replaces the one of that name.
  public mutating func add(_ name: String, _ file: SourceFile) {
    var found = DiagnosticList()
    templates[name] = Parser.parse(file, into: &found)
    syntax[name] = found
  }

  /// What is wrong with the templates themselves, before any value is known.
  public var diagnostics: DiagnosticList {
    var all = DiagnosticList()
    for name in names {
      if let found = syntax[name] { all.add(found) }
      guard missing == .error, let template = templates[name] else { continue }
      for call in template.program.calls where call.dynamic == nil && templates[call.name] == nil {
        all.add(unknown(call.name, at: template.file.range(call.bytes)))
      }
    }
    return all
  }

  func unknown(_ name: String, at location: SourceRange?) -> Diagnostic {
    let near = nearest(to: name, in: names)
    return Diagnostic(
      .error, "template-unknown-partial", "there is no template '\(name)'", at: location,
      help: near.map { "did you mean '\($0)'?" })
  }

  /// The text of a template for a value, in UTF-8.
  public func render(_ name: String, _ value: Value) throws(TemplateFailure) -> [UInt8] {
    try render(name, [value])
  }

  /// The text of a template in UTF-8 for the last of several values; names that it does not declare
  /// are those of the one before.
  public func render(_ name: String, _ values: [Value]) throws(TemplateFailure) -> [UInt8] {
    guard !syntax.values.contains(where: \.hasErrors) else {
      var found = DiagnosticList()
      for name in names { found.add(syntax[name] ?? DiagnosticList()) }
      throw TemplateFailure(diagnostics: found)
    }
    guard let template = templates[name] else {
      var found = DiagnosticList()
      found.add(unknown(name, at: nil))
      throw TemplateFailure(diagnostics: found)
    }
    var renderer = Renderer(library: self, values: values)
    renderer.run(template)
    guard !renderer.diagnostics.hasErrors else {
      throw TemplateFailure(diagnostics: renderer.diagnostics)
    }
    return renderer.output
  }
}
