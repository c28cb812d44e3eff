import Diagnostics
import YAML

extension Rule {
  static let duplicateParameter = Rule(
    id: "duplicate-parameter", severity: .warning,
    summary: "a list of parameters names each only once in a place", isViolation: true
  ) { context, findings in
    var seen: Set<Node> = []
    for operation in context.operations {
      for list in [
        operation.path.item[keyword: "parameters"], operation.node[keyword: "parameters"],
      ] {
        guard let list, seen.insert(list).inserted else { continue }
        check(list, context, &findings)
      }
    }
  }

  private static func check(
    _ list: Node, _ context: ValidationContext, _ findings: inout Findings
  ) {
    var first: [String: Node] = [:]
    for element in list.elements {
      let parameter = context.target(element)
      guard let name = parameter[keyword: "name"]?.string,
        let place = parameter[keyword: "in"]?.string
      else {
        continue
      }
      let key = place + " " + (place == "header" ? name.lowercased() : name)
      if let earlier = first[key] {
        findings.add(
          "the \(place) parameter '\(name)' is declared twice; the last one counts",
          at: element.range.firstPoint,
          notes: [Diagnostic.Note("first declared here", at: earlier.range.firstPoint)],
          help: "remove one of them")
      } else {
        first[key] = element
      }
    }
  }
}
