import Diagnostics

extension Report {
  /// The report as JSON, for scripts.
  public var json: JSONText {
    .object([
      ("verdict", .object([("wire", .string(wire.rawValue)), ("swift", swift.json)])),
      ("findings", .list(findings.map(\.json))),
    ])
  }
}

extension Finding {
  fileprivate var json: JSONText {
    .object([
      ("rule", .string(rule.id)), ("wire", .string(wire.rawValue)), ("swift", swift.json),
      ("sides", .list(sides.words.map { .string($0) })), ("old", Self.json(old)),
      ("new", Self.json(new)), ("pointer", .string(pointer)), ("message", .string(message)),
      ("before", .string(before)), ("after", .string(after)),
      ("operations", .list(operations.map { .string($0) })),
      ("symbols", .list(symbols.map { .string($0) })),
      ("swiftRules", .list(swiftRules.map { .string($0.id) })),
      ("witness", witness.map { .string($0) } ?? .null),
      ("remedy", remedy.map { .string($0) } ?? .null), ("fingerprint", .string(fingerprint)),
      ("accepted", acceptance.map { .string($0) } ?? .null),
    ])
  }

  private static func json(_ range: SourceRange?) -> JSONText {
    guard let range else { return .null }
    return .object([
      ("file", .string(range.file.name)), ("line", .number(range.start.line)),
      ("column", .number(range.start.column)),
    ])
  }
}

extension Verdict? {
  fileprivate var json: JSONText { map { .string($0.rawValue) } ?? .null }
}

extension Sides {
  /// The sides by name.
  var words: [String] {
    (contains(.request) ? ["request"] : []) + (contains(.response) ? ["response"] : [])
  }
}
