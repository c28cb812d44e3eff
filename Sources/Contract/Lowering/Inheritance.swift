import OpenAPI
import YAML

extension Lowering {
  /// The components that are built on another with `allOf`, by the other; in the order written.
  static func children(_ top: DocumentObject, _ document: Document) -> NodeTable<[SchemaObject]> {
    var children = NodeTable<[SchemaObject]>()
    for (_, schema) in top.schemas {
      for part in schema.allOf {
        if let parent = document.resolve(part.node)?.node, parent != schema.node {
          children[parent] = (children[parent] ?? []) + [schema]
        }
      }
    }
    return children
  }

  /// A schema with a discriminator that others are built on stands for any of them: a choice of
  /// itself and of everything built on it. `nil` when it is no such schema.
  mutating func family(_ schema: SchemaObject, named name: TypeDeclaration.Name) -> Result? {
    guard case .component(let own) = name, isFamily(schema),
      let discriminator = schema.discriminator, let property = discriminator.propertyName,
      let first = children[schema.node]
    else { return nil }
    let id = reserve()
    open[schema.node] = .some(id)
    let descendants = self.descendants(of: schema, first)
    var variants = descendants.map { child in
      Choice.Variant(
        name: components[child.node] ?? "", type: result(of: child, named: childName(child)).type,
        tags: [], documentation: Documentation(text: child.documentation))
    }
    tag(&variants, descendants, discriminator, property)
    let base = record(schema, flatParts(schema), named: .member(of: id, "base"))
    let ownTags = discriminator.mapping.filter { mapped($0.target, to: schema.node) }.map(\.value)
    variants.append(
      Choice.Variant(
        name: "base", type: base, tags: ownTags.isEmpty ? [own] : ownTags,
        documentation: Documentation()))
    let choice = Choice(variants: variants, selection: .tag(property))
    return Result(type: declare(id, schema, named: name, shape: .choice(choice)))
  }

  /// Whether a schema stands for others that are built on it.
  func isFamily(_ schema: SchemaObject) -> Bool {
    schema.discriminator?.propertyName != nil && !schema.hasAlternatives
      && children[schema.node]?.isEmpty == false
  }

  private func childName(_ child: SchemaObject) -> TypeDeclaration.Name {
    .component(components[child.node] ?? "")
  }

  /// Everything that is built on a schema, directly or not, each once.
  private func descendants(of schema: SchemaObject, _ first: [SchemaObject]) -> [SchemaObject] {
    var found: [SchemaObject] = []
    var open = first
    while !open.isEmpty {
      let child = open.removeFirst()
      if child.node == schema.node || found.contains(child) { continue }
      found.append(child)
      open += children[child.node] ?? []
    }
    return found
  }
}
