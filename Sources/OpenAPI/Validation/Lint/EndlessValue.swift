import Diagnostics
import YAML

extension Rule {
  static let endlessValue = Rule(
    id: "endless-value", severity: .warning,
    summary: "no object requires another one of its own kind without end", scope: .linting
  ) { context, findings in
    var search = EndlessSearch(context)
    for schema in context.schemas { search.visit(schema) }
    for property in search.closing {
      findings.add(
        "'\(property.string ?? "")' requires what holds it again, so that no value ever ends",
        at: property.range, help: "make it optional, nullable or a list")
    }
  }
}

/// Follows what objects require, and notes the properties that lead back.
private struct EndlessSearch {
  private let context: ValidationContext
  private var open: Set<Node> = []
  private var done: Set<Node> = []
  private(set) var closing: [Node] = []

  init(_ context: ValidationContext) { self.context = context }

  mutating func visit(_ schema: Node) {
    guard done.insert(schema).inserted, open.count < 200 else { return }
    open.insert(schema)
    for (key, target) in required(by: schema) {
      if open.contains(target) { closing.append(key) } else { visit(target) }
    }
    open.remove(schema)
  }

  /// The properties that every value has, with the schemas of which there has to be one value.
  private func required(by schema: Node) -> [(Node, Node)] {
    let object = SchemaObject(schema)
    let names = Set(object.required)
    guard !names.isEmpty else { return [] }
    return object.properties.compactMap { key, value in
      guard names.contains(key.string ?? "") else { return nil }
      let target = context.target(value.node)
      let type = SchemaObject(target)
      let mayEnd = type.isNullable || type.hasAlternatives || !type.hasProperties
      return mayEnd ? nil : (key, target)
    }
  }
}
