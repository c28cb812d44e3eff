import Diagnostics
import OpenAPI
import YAML

extension Lowering {
  /// How the variants of a choice are told apart, best way first: the discriminator, a property
  /// whose constants differ, a property whose patterns start differently, the shape.
  mutating func selection(
    _ variants: inout [Choice.Variant], _ alternatives: [SchemaObject],
    _ discriminator: DiscriminatorObject?
  ) -> Choice.Selection {
    guard alternatives.count == variants.count else { return .shape }
    let objects = alternatives.map { leaves($0) }
    for object in objects.joined() where !object.contains(where: { isObject($0) }) {
      return .shape
    }
    if let discriminator, let property = discriminator.propertyName {
      tag(&variants, alternatives, discriminator, property)
      if isTold(variants, alternatives, discriminator) { return .tag(property) }
    }
    if let property = tagged(&variants, objects, { known($0, $1) }) { return .tag(property) }
    for property in sharedProperties(objects) {
      let prefixes = objects.map { $0.count == 1 ? prefix(property, $0[0]) : nil }
      if prefixes.allSatisfy({ $0 != nil }), Set(prefixes).count == prefixes.count {
        for index in variants.indices { variants[index].tags = [prefixes[index] ?? ""] }
        return .prefix(property)
      }
    }
    if let property = tagged(&variants, objects, { listed($0, $1) }) { return .tag(property) }
    return .shape
  }

  /// Whether the discriminator tells any variant; those without a value of it are named.
  private mutating func isTold(
    _ variants: [Choice.Variant], _ alternatives: [SchemaObject],
    _ discriminator: DiscriminatorObject
  ) -> Bool {
    let silent = variants.indices.filter { variants[$0].tags.isEmpty }
    if silent.count == variants.count {
      diagnostics.warning(
        "untold-variant", "no value of the discriminator leads to any of the alternatives",
        at: discriminator.node.range,
        help: "they are told apart by their keys; say their values under 'mapping'")
      return false
    }
    for index in silent {
      diagnostics.warning(
        "untold-variant", "no value of the discriminator leads to this alternative",
        at: alternatives[index].node.range,
        help: "what is received is never read as it; say its value under 'mapping'")
    }
    return true
  }

  /// Takes the first shared property whose values differ from variant to variant.
  private func tagged(
    _ variants: inout [Choice.Variant], _ objects: [[[SchemaObject]]],
    _ values: (String, [SchemaObject]) -> [String]
  ) -> String? {
    for property in sharedProperties(objects) {
      let tags = objects.map { leaves in
        let all = leaves.map { values(property, $0) }
        return all.contains(where: \.isEmpty) ? [] : all.flatMap(\.self)
      }
      let all = tags.flatMap(\.self)
      guard !tags.contains(where: \.isEmpty), Set(all).count == all.count else { continue }
      for index in variants.indices { variants[index].tags = tags[index] }
      return property
    }
    return nil
  }

  /// All values of a property that has known ones.
  private func listed(_ name: String, _ parts: [SchemaObject]) -> [String] {
    properties(name, parts).last.map { target($0).enumeration.compactMap(\.string) } ?? []
  }

  /// A mapped value first, then the constant that the variant itself has, then the schema's name.
  func tag(
    _ variants: inout [Choice.Variant], _ alternatives: [SchemaObject],
    _ discriminator: DiscriminatorObject, _ property: String
  ) {
    for (index, alternative) in alternatives.enumerated() {
      let node = target(alternative).node
      var tags = discriminator.mapping.filter { mapped($0.target, to: node) }.map(\.value)
      if tags.isEmpty { tags = tagsOfLeaves(alternative, property) }
      if tags.isEmpty, let name = components[node] { tags = [name] }
      variants[index].tags = tags
    }
  }

  /// The constants that an alternative has, or the names of those that it is a choice of.
  private func tagsOfLeaves(_ alternative: SchemaObject, _ property: String) -> [String] {
    let leaves = self.leaves(alternative)
    if leaves.count == 1 { return known(property, leaves[0]) }
    return leaves.flatMap { parts -> [String] in
      let values = known(property, parts)
      if !values.isEmpty { return values }
      return parts.last { components.contains($0.node) }.flatMap { components[$0.node] }.map {
        [$0]
      } ?? []
    }
  }

  /// The sets of parts that the values of an alternative have: one, or where it is a choice itself
  /// those of its own alternatives.
  private func leaves(_ alternative: SchemaObject) -> [[SchemaObject]] {
    var seen: Set<Node> = []
    return leaves(alternative, &seen, depth: 0)
  }

  /// Nobody nests choices as deep as the limit; beyond it, each level would be walked for each above.
  private func leaves(
    _ alternative: SchemaObject, _ seen: inout Set<Node>, depth: Int
  ) -> [[SchemaObject]] {
    let parts = flatParts(alternative)
    var inner: [SchemaObject] = []
    for part in parts where inner.isEmpty {
      inner = alternatives(part, among: parts, of: alternative)
    }
    guard depth < 8, !inner.isEmpty,
      seen.insert(target(alternative).node).inserted
    else { return [parts] }
    var all: [[SchemaObject]] = []
    for other in inner where !target(other).isNull {
      if seen.contains(target(other).node) { continue }
      all += leaves(other, &seen, depth: depth + 1).map { parts + $0 }
    }
    return all
  }

  /// A mapping's target is a reference, or a schema's bare name.
  func mapped(_ target: Node, to node: Node) -> Bool {
    guard let text = target.string else { return false }
    if let name = components[node] {
      return text == name || text.split(separator: "/").last.map(String.init) == name
    }
    return document.resolve(target)?.node == node
  }

  private func sharedProperties(_ objects: [[[SchemaObject]]]) -> [String] {
    guard let first = objects.first?.first else { return [] }
    return first.flatMap(\.properties).compactMap { key, _ in
      guard let name = key.string else { return nil }
      let isShared = objects.joined().allSatisfy { parts in
        parts.contains { $0.node[keyword: "properties"]?[name] != nil }
      }
      return isShared ? name : nil
    }
  }

  private func properties(_ name: String, _ parts: [SchemaObject]) -> [SchemaObject] {
    parts.compactMap { $0.node[keyword: "properties"]?[name].map(SchemaObject.init) }
  }

  /// The values that a property is limited to.
  private func known(_ name: String, _ parts: [SchemaObject]) -> [String] {
    for property in properties(name, parts).reversed() {
      let schema = target(property)
      if let constant = schema.constant?.string { return [constant] }
      // An open set of several values does not tell: a value that is new belongs somewhere too.
      if schema.enumeration.count == 1, let only = schema.enumeration[0].string { return [only] }
    }
    return []
  }

  /// The literal that an anchored pattern starts with: `kling/` of `^kling/.+`.
  private func prefix(_ name: String, _ parts: [SchemaObject]) -> String? {
    for property in properties(name, parts).reversed() {
      guard let pattern = target(property).node[keyword: "pattern"]?.string, pattern.hasPrefix("^")
      else {
        continue
      }
      if pattern.contains("|") { return nil }
      let rest = pattern.dropFirst()
      var literal = rest.prefix { $0.isLetter || $0.isNumber || "/_-: ".contains($0) }
      // A quantifier makes the character before it uncertain.
      if let next = rest.dropFirst(literal.count).first, "*?{".contains(next) {
        literal.removeLast()
      }
      if !literal.isEmpty { return String(literal) }
    }
    return nil
  }
}
