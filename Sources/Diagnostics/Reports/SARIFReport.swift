/// Diagnostics in the Static Analysis Results Interchange Format, version 2.1.0.
enum SARIFReport {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    let rules = Array(Set(diagnostics.map(\.id))).sorted()
    let driver: JSONText = .object([
      ("name", .string("gen")),
      ("rules", .list(rules.map { .object([("id", .string($0))]) })),
    ])
    let run: JSONText = .object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
      ("results", .list(diagnostics.map { result($0, rules) })),
    ])
    return JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .list([run])),
    ]).text
  }

  private static func result(_ diagnostic: Diagnostic, _ rules: [String]) -> JSONText {
    let related = diagnostic.notes.compactMap { note in
      note.location.map { location($0, note.message) }
    }
    let message = diagnostic.message + (diagnostic.help.map { "; \($0)" } ?? "")
    return .object([
      ("ruleId", .string(diagnostic.id)),
      ("ruleIndex", rules.firstIndex(of: diagnostic.id).map { .number($0) }),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", .object([("text", .string(message))])),
      ("locations", diagnostic.location.map { .list([location($0, nil)]) }),
      ("relatedLocations", related.isEmpty ? nil : .list(related)),
      ("fixes", diagnostic.fix.map { .list([fix($0)]) }),
    ])
  }

  private static func location(_ range: SourceRange, _ message: String?) -> JSONText {
    let region: JSONText = .object([
      ("startLine", .number(range.start.line)), ("startColumn", .number(range.start.column)),
      ("endLine", .number(range.end.line)), ("endColumn", .number(range.end.column)),
    ])
    return .object([
      (
        "physicalLocation",
        .object([("artifactLocation", artifact(range.file)), ("region", region)])
      ),
      ("message", message.map { .object([("text", .string($0))]) }),
    ])
  }

  private static func fix(_ fix: Fix) -> JSONText {
    let replacements = fix.edits.map { edit -> JSONText in
      .object([
        (
          "deletedRegion",
          .object([
            ("byteOffset", .number(edit.bytes.lowerBound)),
            ("byteLength", .number(edit.bytes.count)),
          ])
        ),
        ("insertedContent", .object([("text", .string(edit.replacement))])),
      ])
    }
    let change: JSONText = .object([
      ("artifactLocation", artifact(fix.file)), ("replacements", .list(replacements)),
    ])
    return .object([
      ("description", .object([("text", .string(fix.title))])),
      ("artifactChanges", .list([change])),
    ])
  }

  private static func artifact(_ file: SourceFile) -> JSONText {
    .object([("uri", .string(file.name.uriPath))])
  }
}
