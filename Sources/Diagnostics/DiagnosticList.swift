/// Collects what the stages find, so that a person hears everything at once.
public struct DiagnosticList: Sendable {
  /// Everything found so far, in the order it was found.
  public private(set) var all: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  /// Makes an empty list.
  public init() {}

  /// Whether anything found forbids writing.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Adds a finding; the same finding at the same place is kept once.
  public mutating func add(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { all.append(diagnostic) }
  }

  /// Adds all findings of another list.
  public mutating func add(_ other: DiagnosticList) {
    for diagnostic in other.all { add(diagnostic) }
  }

  /// Adds an error.
  public mutating func error(
    _ id: String, _ message: String, at location: SourceRange?, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil, fix: Fix? = nil
  ) {
    add(
      Diagnostic(
        .error, id, message, at: location, label: label, notes: notes, help: help, fix: fix))
  }

  /// Adds a warning.
  public mutating func warning(
    _ id: String, _ message: String, at location: SourceRange?, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil, fix: Fix? = nil
  ) {
    add(
      Diagnostic(
        .warning, id, message, at: location, label: label, notes: notes, help: help, fix: fix))
  }

  /// Adds what the specification forbids and the generator can live with: a warning, unless a
  /// description is checked for its own sake.
  public mutating func violation(
    _ id: String, _ message: String, at location: SourceRange?, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil, fix: Fix? = nil
  ) {
    add(
      Diagnostic(
        .warning, id, message, at: location, label: label, notes: notes, help: help, fix: fix,
        isViolation: true))
  }

  /// The list with other severities; what has none is left out.
  public func regraded(
    _ severity: (Diagnostic) -> Diagnostic.Severity?
  ) -> DiagnosticList {
    var list = DiagnosticList()
    for var diagnostic in all {
      guard let severity = severity(diagnostic) else { continue }
      diagnostic.severity = severity
      list.add(diagnostic)
    }
    return list
  }

  /// Everything by file, line, column, severity and id, so that output is the same every time.
  public var sorted: [Diagnostic] {
    all.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let (x, y) = (a.location, b.location)
      if x?.file.name != y?.file.name { return (x?.file.name ?? "") < (y?.file.name ?? "") }
      if let x, let y, x.start != y.start { return x.start < y.start }
      if a.severity != b.severity { return a.severity < b.severity }
      if a.id != b.id { return a.id < b.id }
      return left.offset < right.offset
    }.map(\.element)
  }
}
