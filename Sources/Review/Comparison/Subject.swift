import OpenAPI
import YAML

extension Side {
  /// What people call the schema at a place: `schema 'Pet'`, `property 'size' of schema 'Pet'`.
  func subject(_ node: Node?) -> String {
    guard let node else { return "the schema" }
    let tokens = node.tree.pointer(to: node).tokens
    return Self.subject(tokens[...], in: node.tree.root ?? document.root)
  }

  /// What people call the schema that a keyword belongs to, or at a depth an entry of its table.
  func subject(of key: Node, depth: Int = 1) -> String {
    Self.subject(
      key.tree.pointer(to: key).tokens.dropLast(depth), in: key.tree.root ?? document.root)
  }

  private static func subject(_ tokens: ArraySlice<String>, in root: Node) -> String {
    guard let last = tokens.last else { return "the schema" }
    let rest = tokens.dropLast()
    switch (rest.last, last) {
    case ("properties", _):
      let holder = subject(rest.dropLast(), in: root)
      return "property '\(last)'" + (holder == "the schema" ? "" : " of \(holder)")
    case ("schemas", _), ("definitions", _), ("$defs", _): return "schema '\(last)'"
    case ("patternProperties", _): return "a property like '\(last)'"
    case ("allOf", _): return subject(rest.dropLast(), in: root)
    case ("oneOf", _), ("anyOf", _):
      if isSingle(rest, in: root) { return subject(rest.dropLast(), in: root) }
      return "alternative \((Int(last) ?? 0) + 1) of \(subject(rest.dropLast(), in: root))"
    case ("prefixItems", _):
      return "item \((Int(last) ?? 0) + 1) of \(subject(rest.dropLast(), in: root))"
    case (_, "items"): return "an item of \(subject(rest, in: root))"
    case (_, "additionalProperties"): return "any other property of \(subject(rest, in: root))"
    case (_, "schema"), (_, "itemSchema"): return holder(rest, in: root)
    case ("parameters", _): return holder(tokens, in: root)
    default: return "'\(last)' of \(subject(rest, in: root))"
    }
  }

  /// Whether a choice is none: of one schema, besides null.
  private static func isSingle(_ tokens: ArraySlice<String>, in root: Node) -> Bool {
    let members = root[Pointer(tokens: Array(tokens))].map { Array($0.elements) } ?? []
    return members.count { !SchemaObject($0).isNull } == 1
  }

  /// What holds a schema: a parameter, a header, a body.
  private static func holder(_ tokens: ArraySlice<String>, in root: Node) -> String {
    let node = root[Pointer(tokens: Array(tokens))]
    if let name = node?["name"]?.string, let place = node?["in"]?.string {
      return place == "body" ? "the request body" : "\(place) parameter '\(name)'"
    }
    if let index = tokens.lastIndex(of: "headers"), index + 1 < tokens.endIndex {
      return "header '\(tokens[index + 1])'"
    }
    if let index = tokens.lastIndex(of: "responses"), index + 1 < tokens.endIndex {
      return "the body of response \(tokens[index + 1])"
    }
    return tokens.contains("requestBody") || tokens.contains("requestBodies")
      ? "the request body" : "the schema"
  }
}
