import YAML

/// Every object of a document by its kind, for those who check a description for its own sake.
struct ObjectWalk {
  let grammar: Grammar
  private(set) var objects: [ObjectKind: [Node]] = [:]
  /// The entries of mappings that name objects, `components.schemas` and the like, by the holder's key.
  private(set) var tables: [(name: String, table: Node)] = []
  private var seen: Set<Node> = []

  /// Goes over a document and what its references lead to in other files.
  init(_ document: Document) {
    grammar = Grammar.of(document.version.release)
    visit(document.root, .document)
    for reference in document.survey.references where !reference.mayBeName {
      if let target = document.resolve(reference.holder)?.node { visit(target, reference.kind) }
    }
  }

  private mutating func visit(_ node: Node, _ kind: ObjectKind) {
    guard node.kind == .mapping, seen.insert(node).inserted else { return }
    objects[kind, default: []].append(node)
    let rules = grammar[kind]
    if let reference = rules.reference, node[rules.fields[reference].name] != nil,
      kind != .schema, kind != .pathItem
    {
      return
    }
    for (key, value) in node.entries {
      if let index = rules.words.index(of: key) {
        visit(value, key, rules.fields[index].shape)
      } else if let shape = rules.object.others, !key.isExtension {
        visit(value, key, shape)
      }
    }
  }

  private mutating func visit(_ value: Node, _ key: Node, _ shape: Shape) {
    switch shape {
    case .object(let kind): visit(value, kind)
    case .items:
      for node in value.kind == .sequence ? Array(value.elements) : [value] { visit(node, .schema) }
    case .listOf(let kind): for element in value.elements { visit(element, kind) }
    case .mapOf(let kind):
      tables.append((key.string ?? "", value))
      for entry in value.entries { visit(entry.value, kind) }
    case .dependencies: for entry in value.entries { visit(entry.value, .schema) }
    case .discriminator: visit(value, .discriminator)
    default: break
    }
  }
}
