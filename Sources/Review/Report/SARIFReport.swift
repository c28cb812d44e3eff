import Diagnostics

/// A report in the Static Analysis Results Interchange Format 2.1.0, within what GitHub takes.
enum SARIFReport {
  /// GitHub keeps no more results of a run; the worst come first.
  static let limit = 5_000

  static func text(_ report: Report) -> String {
    let findings = report.findings.prefix(limit)
    let rules = Array(Set(findings.map(\.rule))).sorted { $0.id < $1.id }
    let places = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    let driver: JSONText = .object([
      ("name", .string("gen diff")), ("rules", .list(rules.map(descriptor))),
    ])
    let rest = report.findings.count - findings.count
    let run: JSONText = .object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
      ("results", .list(findings.map { result($0, places[$0.rule] ?? 0) })),
      ("properties", rest == 0 ? nil : .object([("resultsLeftOut", .number(rest))])),
    ])
    return JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .list([run])),
    ]).text
  }

  private static func descriptor(_ rule: Rule) -> JSONText {
    let help = rule.explanation
    return .object([
      ("id", .string(rule.id)), ("shortDescription", message(rule.title)),
      ("fullDescription", message(rule.explanation)), ("help", message(help)),
      ("properties", .object([("tags", .list(rule.tags.map { .string($0) }))])),
    ])
  }

  private static func result(_ finding: Finding, _ index: Int) -> JSONText {
    let place = finding.surviving ?? finding.old
    let marks: JSONText = .object([("finding/v1", .string(finding.fingerprint))])
    return .object([
      ("ruleId", .string(finding.rule.id)), ("ruleIndex", .number(index)),
      ("level", .string(finding.worst.level)),
      ("message", message(finding.lines.joined(separator: "; "))),
      ("locations", .list([location(place, nil, at: finding.pointer)])),
      ("relatedLocations", finding.old.map { .list([location($0, "as it was")]) }),
      ("partialFingerprints", marks), ("properties", properties(finding)),
      ("suppressions", finding.acceptance.map { .list([suppression($0)]) }),
    ])
  }

  private static func properties(_ finding: Finding) -> JSONText {
    .object([
      ("wire", .string(finding.wire.rawValue)),
      ("swift", finding.swift.map { .string($0.rawValue) }),
      ("symbols", .list(finding.symbols.map { .string($0) })),
    ])
  }

  private static func suppression(_ reason: String) -> JSONText {
    .object([("kind", .string("external")), ("justification", .string(reason))])
  }

  private static func message(_ text: String) -> JSONText { .object([("text", .string(text))]) }

  private static func location(
    _ range: SourceRange?, _ text: String?, at pointer: String? = nil
  ) -> JSONText {
    .object([
      ("physicalLocation", range.map(physical)),
      (
        "logicalLocations",
        pointer.map { .list([.object([("fullyQualifiedName", .string($0))])]) }
      ),
      ("message", text.map(message)),
    ])
  }

  private static func physical(_ range: SourceRange) -> JSONText {
    let region: JSONText = .object([
      ("startLine", .number(range.start.line)), ("startColumn", .number(range.start.column)),
      ("endLine", .number(range.end.line)), ("endColumn", .number(range.end.column)),
    ])
    let artifact: JSONText = .object([("uri", .string(range.file.name.uriPath))])
    return .object([("artifactLocation", artifact), ("region", region)])
  }
}

extension Verdict {
  fileprivate var level: String {
    switch self {
    case .breaking: "error"
    case .risky: "warning"
    case .compatible, .docs, .none: "note"
    }
  }
}
