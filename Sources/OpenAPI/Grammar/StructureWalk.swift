import Diagnostics
import YAML

/// Goes over a description once: checks every object against the grammar and notes what it meets.
///
/// Recursion is bounded, since a parsed tree is shallow also through its aliases.
struct StructureWalk {
  let grammar: Grammar
  var diagnostics = DiagnosticList()
  var survey = Survey()
  /// The mappings already seen, by tree; `marks` is the part of the tree being walked.
  private var visited: [Tree: [Bool]] = [:]
  private var marks: [Bool] = []

  /// Keywords of schemas that are like none of the specification's, where any may stand.
  var strangers: Set<String> = []

  init(_ grammar: Grammar) { self.grammar = grammar }

  /// Walks from a node on, unless it was walked before.
  mutating func walk(_ node: Node, as kind: ObjectKind) {
    let tree = node.tree
    marks = visited.removeValue(forKey: tree) ?? Array(repeating: false, count: tree.count)
    object(node, kind)
    visited[tree] = marks
    marks = []
  }

  mutating func object(_ node: Node, _ kind: ObjectKind) {
    guard node.kind == .mapping else { return scalarObject(node, kind) }
    if marks[node.index] { return }
    marks[node.index] = true
    let place = survey.schemas.count
    survey.note(node, kind)
    let rules = grammar[kind]
    var seen: UInt64 = 0
    var count = 0
    for (key, value) in node.entries {
      count += 1
      if let index = rules.words.index(of: key) {
        seen |= 1 << UInt64(index)
        if index != rules.reference { self.value(value, key, rules.fields[index].shape, kind) }
        if let instead = rules.fields[index].instead { unheeded(key, value, instead) }
      } else {
        unlisted(key, value, kind, rules, in: node)
      }
    }
    if kind == .schema { survey.keywords[place] = seen }
    if let reference = rules.reference, seen & (1 << UInt64(reference)) != 0 {
      self.reference(node, "$ref", kind, siblings: count - 1)
    } else if let dynamic = rules.dynamicReference, seen & (1 << UInt64(dynamic)) != 0 {
      self.reference(node, "$dynamicRef", kind, siblings: count - 1)
    } else if !rules.required.isEmpty {
      for index in rules.required where seen & (1 << UInt64(index)) == 0 {
        missing(rules.fields[index], kind, in: node)
      }
    }
  }

  /// A boolean schema, or something that is no object at all.
  private mutating func scalarObject(_ node: Node, _ kind: ObjectKind) {
    if kind == .schema, node.bool != nil { return }
    if node.isNull {
      diagnostics.violation(
        "wrong-type", "\(kind.name) is empty; it is read as absent", at: node.range,
        help: "write a mapping, or remove the key")
    } else if !isEmptyList(node, kind.name) {
      let expected = kind == .schema ? "a mapping or a boolean" : "a mapping"
      diagnostics.error(
        "wrong-type", "\(kind.name) is \(node.shapeName); it must be \(expected)", at: node.range)
    }
  }

  private mutating func unlisted(
    _ key: Node, _ value: Node, _ kind: ObjectKind, _ rules: Grammar.Rules, in node: Node
  ) {
    if rules.object.mayBeExtended, key.isExtension { return }
    if isMisplaced(key, value, in: node) { return }
    if let shape = rules.object.others {
      self.value(value, key, shape, kind)
    } else {
      unknown(key, kind, rules, in: node)
    }
  }

  /// Notes a reference to what stands elsewhere, in a place where the specification knows none.
  mutating func isMisplaced(_ key: Node, _ value: Node, in node: Node) -> Bool {
    guard key.hasText("$ref"), value.kind == .scalar, !value.isNull else { return false }
    survey.misplaced.append((node, value))
    return true
  }

  private mutating func reference(
    _ node: Node, _ keyword: String, _ kind: ObjectKind, siblings: Int
  ) {
    guard let (key, value) = node.entry(keyword) else { return }
    guard value.kind == .scalar, !value.isNull else {
      return mismatch(key, value, "a string")
    }
    let others = siblings > 0 ? node.entries.filter { isMeaningful($0.key) } : []
    let areHeard = (kind == .schema && grammar.release >= .v3_1) || kind == .pathItem
    if let first = others.first, !areHeard { warnOfSiblings(others.map(\.key), first.key, kind) }
    survey.references.append(
      FoundReference(
        holder: node, value: value, kind: kind, isMore: areHeard && !others.isEmpty,
        mayBeName: false, isDynamic: keyword == "$dynamicRef"))
  }

  /// Whether a key beside `$ref` changes more than the words of the documentation.
  private func isMeaningful(_ key: Node) -> Bool {
    if key.hasText("$ref") || key.hasText("$dynamicRef") || key.isExtension { return false }
    return grammar.release < .v3_1 || !(key.hasText("summary") || key.hasText("description"))
  }

  private mutating func warnOfSiblings(_ keys: [Node], _ first: Node, _ kind: ObjectKind) {
    let names = keys.map { "'\($0.string ?? "")'" }.joined(separator: ", ")
    diagnostics.violation(
      "ref-siblings", "\(grammar.release.name) ignores what stands beside '$ref': \(names)",
      at: first.range,
      help: kind != .schema
        ? "remove it"
        : keys.contains { Self.heard.index(of: $0) == nil }
          ? "put the reference into 'allOf', or it has no effect"
          : "put the reference into 'allOf'; it is read all the same")
  }

  /// What is read beside a reference in a schema, since authors mean it.
  private static let heard = WordTable([
    "allOf", "default", "deprecated", "description", "nullable", "oneOf", "properties", "readOnly",
    "writeOnly", "example", "externalDocs",
  ])
}

extension Node {
  /// Whether a key is a vendor extension, `x-…`.
  var isExtension: Bool { hasPrefix("x-") }

  /// The kind of value with its article, for messages.
  var shapeName: String {
    switch kind {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .scalar:
      switch scalar {
      case .null: "empty"
      case .bool: "a boolean"
      case .integer, .number: "a number"
      default: "a string"
      }
    }
  }
}
