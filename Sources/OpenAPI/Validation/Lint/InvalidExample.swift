import Diagnostics
import YAML

extension Rule {
  static let invalidExample = Rule(
    id: "invalid-example", severity: .error, summary: "examples are values of their schema",
    scope: .linting
  ) { context, findings in
    for schema in context.schemas {
      let more = context.document.version.release >= .v3_1 ? schema["examples"] : nil
      let values = [schema["example"]].compactMap { $0 } + (more.map { Array($0.elements) } ?? [])
      for value in values { findings.check(value, schema, .either, context) }
    }
    for (holder, side) in context.exampleHolders {
      guard let schema = holder["schema"] else { continue }
      if let value = holder["example"] { findings.check(value, schema, side, context) }
      for (_, example) in holder["examples"].map({ Array($0.entries) }) ?? [] {
        guard let value = context.target(example)["value"] else { continue }
        findings.check(value, schema, side, context)
      }
    }
  }
}

extension ValidationContext {
  /// Parameters, headers and JSON bodies with the side that writes them.
  fileprivate var exampleHolders: [(Node, Side)] {
    var holders: [(Node, Side)] = objects(.parameter).map { ($0, .request) }
    holders += objects(.header).map { ($0, .response) }
    for (kind, side) in [(ObjectKind.requestBody, Side.request), (.response, .response)] {
      for body in objects(kind) {
        for (type, media) in body["content"].map({ Array($0.entries) }) ?? []
        where (type.string ?? "").contains("json") {
          holders.append((target(media), side))
        }
      }
    }
    return holders
  }
}

extension Findings {
  fileprivate mutating func check(
    _ value: Node, _ schema: Node, _ side: Side, _ context: ValidationContext
  ) {
    var check = InstanceCheck(context.document, side)
    guard let fault = check.fault(value, schema) else { return }
    add("the example does not fit its schema: \(fault.message)", at: fault.node.range)
  }
}
