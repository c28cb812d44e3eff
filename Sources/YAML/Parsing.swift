import Diagnostics

/// What reading a text gave: the tree, unless the text is so broken that there is none.
public struct Parsed: Sendable {
  /// The document; `nil` when the text could not be parsed, which is then among the diagnostics.
  public var tree: Tree?
  /// Everything wrong with the text itself.
  public var diagnostics: DiagnosticList
}

/// Reads YAML, JSON, or Markdown with a fenced description into a tree with positions.
public func parse(_ file: SourceFile) -> Parsed {
  guard file.bytes.count <= Limits.size else {
    return Parsed(
      error: Diagnostic(
        .error, "yaml-size", "the file is larger than \(Limits.size >> 20) MB",
        at: SourceRange(file: file, span: .top), help: "split it into several files"))
  }
  switch decoded(file) {
  case .failure(let failure): return Parsed(error: failure.diagnostic)
  case .success(let text): return parse(text: text)
  }
}

extension Parsed {
  init(error: Diagnostic) {
    tree = nil
    diagnostics = DiagnosticList()
    diagnostics.add(error)
  }
}

private func parse(text file: SourceFile) -> Parsed {
  let fenced = fencedDescription(in: file)
  if fenced == nil, file.hasExtension("md") {
    return Parsed(
      error: Diagnostic(
        .error, "markdown-fence", "there is no fenced block with an OpenAPI description",
        at: SourceRange(file: file, span: .top),
        help: "put the description between lines of '```yaml' and '```'"))
  }
  let excerpt = fenced ?? Excerpt(file)
  var parsed = parse(excerpt, of: file)
  if let line = excerpt.further {
    parsed.diagnostics.warning(
      "markdown-fence", "only the first description of a page is read; this is another",
      at: SourceRange(file: file, start: Position(line: line, column: 1)),
      help: "give it a file of its own")
  }
  return parsed
}

private func parse(_ excerpt: Excerpt, of file: SourceFile) -> Parsed {
  if looksLikeJSON(file, excerpt) {
    let parsed = JSONReader.read(file, excerpt)
    if parsed.tree != nil || file.hasExtension("json") { return parsed }
  }
  return readRepairing(file, excerpt)
}

private func looksLikeJSON(_ file: SourceFile, _ excerpt: Excerpt) -> Bool {
  if file.hasExtension("json") { return true }
  let first = file.bytes[excerpt.bytes].first {
    $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09
  }
  return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
}

extension SourceFile {
  func hasExtension(_ suffix: String) -> Bool { name.lowercased().hasSuffix("." + suffix) }
}
