import Diagnostics
import YAML

extension Rule {
  static let mistypedText = Rule(
    id: "mistyped-text", severity: .error, summary: "what has to be a string is one",
    scope: .linting
  ) { context, findings in
    let grammar = Grammar.of(context.document.version.release)
    for kind in ObjectKind.allCases where context.objects[kind] != nil {
      let fields = grammar[kind].fields.filter(\.shape.isText)
      for object in context.objects(kind) {
        for field in fields {
          guard let value = object[field.name] else { continue }
          for text in value.kind == .sequence ? Array(value.elements) : [value] {
            check(text, field, &findings)
          }
        }
      }
    }
  }

  private static func check(_ text: Node, _ field: Field, _ findings: inout Findings) {
    guard let scalar = text.scalar else { return }
    if case .string = scalar { return }
    if scalar == .null {
      // The name of a type is a word like any other.
      let isWord = field.name == "type" && text.string == "null"
      return findings.add(
        isWord
          ? "'null' without quotes is no string" : "'\(field.name)' is empty; it must be a string",
        at: text.range, help: isWord ? "quote it" : "remove the key",
        fix: isWord ? Fix(quoting: text) : nil)
    }
    findings.add(
      "'\(field.name)' is \(text.shapeName); it must be a string", at: text.range,
      help: field.shape.takesAnyText ? "quote it" : nil,
      fix: field.shape.takesAnyText ? Fix(quoting: text) : nil)
  }
}

extension Shape {
  fileprivate var isText: Bool {
    switch self {
    case .string, .strings, .word, .stringOrStrings: true
    default: false
    }
  }

  /// Whether any text will do, so that quotes are all that a value lacks.
  fileprivate var takesAnyText: Bool {
    switch self {
    case .string, .strings: true
    default: false
    }
  }
}
