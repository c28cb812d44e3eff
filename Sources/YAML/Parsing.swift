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
  Parsed(tree: nil, diagnostics: DiagnosticList())
}
