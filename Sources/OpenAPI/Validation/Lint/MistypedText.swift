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
            check(text, field.name, &findings)
          }
        }
      }
    }
  }

  private static func check(_ text: Node, _ name: String, _ findings: inout Findings) {
    guard let scalar = text.scalar else { return }
    if case .string = scalar { return }
    if scalar == .null {
      return findings.add(
        "'\(name)' is empty; it must be a string", at: text.range, help: "remove the key")
    }
    findings.add(
      "'\(name)' is \(text.shapeName); it must be a string", at: text.range, help: "quote it",
      fix: Fix(quoting: text))
  }
}

extension Shape {
  fileprivate var isText: Bool {
    switch self {
    case .string, .strings, .word, .stringOrStrings: true
    default: false
    }
  }
}

extension Fix {
  /// Puts quotes around a plain scalar.
  fileprivate init?(quoting node: Node) {
    guard let text = node.string else { return nil }
    self.init(replacing: node, with: "'\(text)'")
  }
}
