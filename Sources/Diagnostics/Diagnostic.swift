/// One thing that a person should know about their input: what, where, and what to do.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is: an error stops all writing, a warning never does.
  public enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
    case error, warning, note

    /// Errors come before warnings, warnings before notes.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// A second place that explains the first.
  public struct Note: Hashable, Sendable {
    /// What the other place has to do with it.
    public var message: String
    /// The other place.
    public var location: SourceRange?

    /// Makes a note, with or without a place.
    public init(_ message: String, at location: SourceRange? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// How bad it is.
  public var severity: Severity
  /// The stable name of the rule, in kebab case: `yaml-syntax`.
  public var id: String
  /// One sentence in lower case, without a full stop.
  public var message: String
  /// Where it is; `nil` only for what has no place in a file.
  public var location: SourceRange?
  /// What to say below the caret, when it is more than the message.
  public var label: String?
  /// Other places that belong to it.
  public var notes: [Note]
  /// What to do about it, in words, shown after `= help:`.
  public var help: String?
  /// What `gen fix` would change.
  public var fix: Fix?
  /// Whether the specification forbids it though the generator can go on: no more than a warning to
  /// one who generates, an error to one who checks the description itself.
  public var isViolation: Bool

  /// Makes a diagnostic; most need no more than the first four arguments.
  public init(
    _ severity: Severity, _ id: String, _ message: String, at location: SourceRange?,
    label: String? = nil, notes: [Note] = [], help: String? = nil, fix: Fix? = nil,
    isViolation: Bool = false
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.location = location
    self.label = label
    self.notes = notes
    self.help = help
    self.fix = fix
    self.isViolation = isViolation
  }
}

/// A change of the text that makes a diagnostic go away without changing what the author meant.
public struct Fix: Hashable, Sendable {
  /// One replacement of a stretch of text.
  public struct Edit: Hashable, Sendable {
    /// The bytes of the file to replace, as offsets.
    public var bytes: Range<Int>
    /// The text to put there.
    public var replacement: String

    /// Makes an edit.
    public init(bytes: Range<Int>, replacement: String) {
      self.bytes = bytes
      self.replacement = replacement
    }
  }

  /// What the fix does, in a few words: `quote the value`.
  public var title: String
  /// The file that the edits count in.
  public var file: SourceFile
  /// The edits, in the order of the text, without overlaps.
  public var edits: [Edit]

  /// Makes a fix.
  public init(_ title: String, in file: SourceFile, edits: [Edit]) {
    self.title = title
    self.file = file
    self.edits = edits
  }
}
