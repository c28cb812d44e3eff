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
  if looksLikeJSON(file) {
    let parsed = JSONReader.read(file)
    if parsed.tree != nil || file.name.hasSuffix(".json") { return parsed }
  }
  return EventReader.read(file)
}

private func looksLikeJSON(_ file: SourceFile) -> Bool {
  if file.name.hasSuffix(".json") { return true }
  let first = file.bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
  return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
}
