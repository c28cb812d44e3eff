import Diagnostics

/// Reads YAML; after a syntax error that has a fix it reads on in a copy that has the fix, so that
/// a person hears of every error at once.
func readRepairing(_ file: SourceFile, _ excerpt: Excerpt) -> Parsed {
  let whole = excerpt.bytes.count == file.bytes.count
  var bytes = whole ? file.bytes : Array(file.bytes[excerpt.bytes])
  var outcome = EventReader.read(bytes, of: file, after: excerpt.line)
  var rounds = 0
  while let failure = outcome.failure, rounds < Limits.syntaxErrors,
    blankTabs(onLine: failure.place.line - excerpt.line, of: &bytes)
  {
    outcome = EventReader.read(bytes, of: file, after: excerpt.line)
    rounds += 1
  }
  guard let failure = outcome.failure else { return outcome.parsed }
  var repair = Repair(file: file, excerpt: excerpt, bytes: bytes)
  return repair.run(failure, outcome)
}

/// Makes spaces of the tabs before a comment, or on a line of nothing else, which are no indentation
/// by the specification; libyaml takes them for it.
private func blankTabs(onLine line: Int, of bytes: inout [UInt8]) -> Bool {
  guard let lines = TextLines(bytes, around: line) else { return false }
  let text = bytes[lines.line]
  let margin = text.prefix { $0 == 0x20 || $0 == 0x09 }
  let rest = text[margin.endIndex...].first
  guard margin.contains(0x09), rest == nil || rest == UInt8(ascii: "#") || rest == 0x0D else {
    return false
  }
  for index in margin.indices { bytes[index] = 0x20 }
  return true
}

/// Goes from one syntax error to the next.
private struct Repair {
  let file: SourceFile
  let excerpt: Excerpt
  /// The text with the fixes so far.
  var bytes: [UInt8]
  /// How far the text has grown before the place of the next error.
  var growth = 0
  /// Bytes read so far, which bounds the work on large files.
  var work = 0

  init(file: SourceFile, excerpt: Excerpt, bytes: [UInt8]) {
    self.file = file
    self.excerpt = excerpt
    self.bytes = bytes
  }

  mutating func run(_ first: SyntaxFailure, _ outcome: EventReader.Outcome) -> Parsed {
    var failure = first
    var outcome = outcome
    var found = DiagnosticList()
    while true {
      let advice = SyntaxAdvice(failure, in: bytes, after: excerpt.line)
      let success = advice.fixes.lazy.compactMap { [self] in attempt($0, after: failure) }.first
      found.add(diagnostic(advice, at: failure.place, fix: success?.fix))
      guard let success, found.all.count < Limits.syntaxErrors else { break }
      growth += success.bytes.count - bytes.count
      bytes = success.bytes
      outcome = success.outcome
      work += bytes.count
      guard let next = outcome.failure, work < 4 * Limits.size else { break }
      failure = next
    }
    found.add(outcome.parsed.diagnostics)
    return Parsed(tree: nil, diagnostics: found)
  }

  /// A fix counts only when the text can then be read past the lines that it changes.
  private func attempt(
    _ proposal: SyntaxAdvice.Proposal, after failure: SyntaxFailure
  ) -> (fix: Fix, bytes: [UInt8], outcome: EventReader.Outcome)? {
    var changed = bytes
    for edit in proposal.edits.reversed() {
      changed.replaceSubrange(edit.bytes, with: edit.replacement.utf8)
    }
    let outcome = EventReader.read(changed, of: file, after: excerpt.line)
    if let next = outcome.failure, next.place.line <= proposal.lastLine { return nil }
    let shift = excerpt.bytes.lowerBound - growth
    let edits = proposal.edits.map { edit in
      Fix.Edit(
        bytes: edit.bytes.lowerBound + shift..<edit.bytes.upperBound + shift,
        replacement: edit.replacement)
    }
    return (Fix(proposal.title, in: file, edits: edits), changed, outcome)
  }

  private func diagnostic(
    _ advice: SyntaxAdvice, at place: Position, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      .error, "yaml-syntax", advice.message, at: SourceRange(file: file, start: place),
      label: advice.label, notes: advice.note.map { [note($0)] } ?? [],
      help: fix == nil ? advice.help : nil, fix: fix)
  }

  private func note(_ note: (message: String, place: Position)) -> Diagnostic.Note {
    Diagnostic.Note(note.message, at: SourceRange(file: file, start: note.place))
  }
}
