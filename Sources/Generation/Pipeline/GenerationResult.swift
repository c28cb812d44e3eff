import Diagnostics

/// What one run found and did.
public struct GenerationResult: Sendable {
  /// Everything that a person should know.
  public var diagnostics = DiagnosticList()
  /// The files that differed, in the order of their paths.
  public var changes: [FileChange] = []
  /// The number of modules.
  public var moduleCount = 0
  /// The number of generated files.
  public var fileCount = 0
  /// The number of findings that an earlier run showed and this one, which found nothing changed,
  /// does not.
  public var knownFindingCount = 0

  /// Makes an empty result.
  public init() {}
}
