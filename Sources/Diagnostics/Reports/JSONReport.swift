/// Diagnostics as JSON: an object whose `diagnostics` are in the order given.
enum JSONReport {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    JSONText.object([("diagnostics", .list(diagnostics.map(item)))]).text
  }

  private static func item(_ diagnostic: Diagnostic) -> JSONText {
    .object(
      [
        ("severity", .string(diagnostic.severity.rawValue)), ("id", .string(diagnostic.id)),
      ] + place(diagnostic.location) + [
        ("message", .string(diagnostic.message)),
        ("label", diagnostic.label.map { .string($0) }),
        ("help", diagnostic.help.map { .string($0) }),
        ("notes", diagnostic.notes.isEmpty ? nil : .list(diagnostic.notes.map(note))),
        ("fix", diagnostic.fix.map(fix)),
      ])
  }

  private static func place(_ location: SourceRange?) -> [(String, JSONText?)] {
    guard let location else { return [] }
    return [
      ("file", .string(location.file.name)), ("line", .number(location.start.line)),
      ("column", .number(location.start.column)), ("endLine", .number(location.end.line)),
      ("endColumn", .number(location.end.column)),
    ]
  }

  private static func note(_ note: Diagnostic.Note) -> JSONText {
    .object(place(note.location) + [("message", .string(note.message))])
  }

  private static func fix(_ fix: Fix) -> JSONText {
    .object([
      ("title", .string(fix.title)), ("file", .string(fix.file.name)),
      (
        "edits",
        .list(
          fix.edits.map { edit in
            .object([
              ("offset", .number(edit.bytes.lowerBound)), ("length", .number(edit.bytes.count)),
              ("replacement", .string(edit.replacement)),
            ])
          })
      ),
    ])
  }
}
