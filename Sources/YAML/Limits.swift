/// The bounds that keep hostile or broken input from taking the machine down.
enum Limits {
  /// Nesting of sequences and mappings.
  static let depth = 256
  /// Bytes of one file.
  static let size = 64 << 20
  /// Records of one tree, merged entries included.
  static let nodes = 10_000_000
  /// `%` lines before the document; libyaml is quadratic in them.
  static let directives = 64
  /// Entries that merge keys may add to one document.
  static let mergedEntries = 1_000_000
  /// Nodes that a walk sees when it follows every alias.
  static let expandedNodes = 10_000_000
  /// Syntax errors that one run looks for.
  static let syntaxErrors = 100
}
