import Diagnostics
import YAML

/// How the walk words what it finds.
extension StructureWalk {
  /// An error where structure is missing, a warning where one value is only left out.
  mutating func mismatch(
    _ key: Node, _ value: Node, _ expected: String, isForReaders: Bool = false
  ) {
    let name = key.string ?? ""
    if value.kind == .scalar, value.isNull {
      return diagnostics.violation(
        "wrong-type", "'\(name)' is empty; it must be \(expected), and is read as absent",
        at: key.range)
    }
    if let (key, text) = value.entry("$ref"), isMisplaced(key, text, in: value) { return }
    if expected.hasPrefix("a mapping"), isEmptyList(value, "'\(name)'") { return }
    let message = "'\(name)' is \(value.shapeName); it must be \(expected)"
    if isForReaders {
      diagnostics.violation("wrong-type", message + ", and is ignored as it is", at: value.range)
    } else {
      diagnostics.error("wrong-type", message, at: value.range)
    }
  }

  /// What has no keys is a list in the eyes of some programs that write descriptions.
  mutating func isEmptyList(_ value: Node, _ what: String) -> Bool {
    guard value.kind == .sequence, value.elements.first(where: { _ in true }) == nil else {
      return false
    }
    diagnostics.violation(
      "wrong-type", "\(what) is an empty list; it must be a mapping, and is read as one",
      at: value.range, help: "write '{}'")
    return true
  }

  /// Where one plain value stands for another, only that keyword is lost.
  mutating func scalarMismatch(_ key: Node, _ value: Node, _ expected: String) {
    guard value.kind == .scalar, !value.isNull else { return mismatch(key, value, expected) }
    let isLiteral = isQuotedLiteral(value, isBoolean: expected == "true or false")
    diagnostics.add(
      Diagnostic(
        .warning, "wrong-type",
        "'\(key.string ?? "")' is \(value.shapeName); it must be \(expected), and is ignored as it is",
        at: value.range, help: isLiteral ? "remove the quotes" : nil,
        fix: isLiteral ? Fix(unquoting: value) : nil, isViolation: true))
  }

  /// `"true"` and `"5"`: what was meant is plain.
  private func isQuotedLiteral(_ value: Node, isBoolean: Bool) -> Bool {
    guard !value.isPlain, let text = value.string else { return false }
    if isBoolean { return text == "true" || text == "false" }
    return text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil
  }

  mutating func missing(_ field: Field, _ kind: ObjectKind, in node: Node) {
    diagnostics.add(
      Diagnostic(
        field.presence == .needed ? .error : .warning, "missing-field",
        "\(kind.name) has no '\(field.name)'", at: node.range.firstPoint,
        help: "add '\(field.name)'", isViolation: true))
  }

  /// From 3.1 a schema may hold any keyword, so that only slips of the pen are reported there.
  mutating func unknown(_ key: Node, _ kind: ObjectKind, _ rules: Grammar.Rules, in node: Node) {
    let name = key.string ?? ""
    let isOpen = isOpen(kind)
    if isOpen, strangers.contains(name) { return }
    if let field = rules.object.fields.first(where: { $0.name == name }) {
      misplaced(key, field, kind, isOpen: isOpen)
      // What stands under a keyword of a later version is read as it would be there.
      if field.releases.lowerBound > grammar.release, let value = node[name] {
        self.value(value, key, field.shape, kind)
      }
      return
    }
    // Words of two letters are near to many: an 'id' is hardly an 'if'.
    if isOpen, name.utf8.count < 3 || nearMiss(name, among: rules.fields.map(\.name)) == nil {
      strangers.insert(name)
      return
    }
    let absent = rules.fields.map(\.name).filter { node[$0] == nil }
    let near = nearMiss(name, among: absent)
    if near == nil, isOpen { return }
    diagnostics.violation(
      "unknown-keyword", "'\(name)' is no keyword of \(kind.name); it is ignored", at: key.range,
      help: near.map { "did you mean '\($0)'?" },
      fix: near.flatMap { Fix(replacing: key, with: $0) })
  }

  /// A keyword that is legal and that nothing is made of, unless it forbids nothing.
  mutating func unheeded(_ key: Node, _ value: Node, _ instead: String) {
    if value.kind == .scalar, value.bool == !key.hasText("not"), !key.hasText("contains") {
      return
    }
    diagnostics.warning(
      "unsupported-keyword", "'\(key.string ?? "")' is not heeded", at: key.range, help: instead)
  }

  /// What becomes of a keyword that only another release has.
  private static let readAnyway = "it is read as that release reads it"

  private func isOpen(_ kind: ObjectKind) -> Bool {
    kind == .schema && grammar.release >= .v3_1
  }

  private mutating func misplaced(_ key: Node, _ field: Field, _ kind: ObjectKind, isOpen: Bool) {
    if isOpen, field.name != "nullable" { return }
    let isLater = field.releases.lowerBound > grammar.release
    let known = isLater ? field.releases.lowerBound : field.releases.upperBound
    diagnostics.violation(
      "unknown-keyword",
      "'\(field.name)' in \(kind.name) is known \(isLater ? "from" : "up to") \(known.name) \(isLater ? "on" : "only"); this is \(grammar.release.name)",
      at: key.range,
      help: kind == .schema ? field.instead ?? Self.readAnyway : isLater ? Self.readAnyway : nil)
  }
}

extension SourceRange {
  /// The place where something begins, for what is wrong with a whole object.
  var firstPoint: SourceRange { SourceRange(file: file, start: start) }
}
