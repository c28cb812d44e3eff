import OpenAPI
import YAML

extension Comparison {
  /// Compares choices; tells whether that was all there is to compare.
  mutating func compareUnions(_ pair: SchemaPair) -> Bool {
    let (old, new) = (pair.old.unions, pair.new.unions)
    if old.isEmpty, new.isEmpty { return false }
    if old.count == new.count {
      for (left, right) in zip(old, new) { compare(pair, left, right) }
      return false
    }
    if old.isEmpty, new.count == 1, let union = new.first, pair.new.isOnlyUnion {
      return compare(pair, single: pair.oldNode, with: union, isNew: true)
    }
    if new.isEmpty, old.count == 1, let union = old.first, pair.old.isOnlyUnion {
      return compare(pair, single: pair.newNode, with: union, isNew: false)
    }
    noteSurplus(pair, old, new)
    return false
  }

  private mutating func noteSurplus(_ pair: SchemaPair, _ old: [Shape.Union], _ new: [Shape.Union])
  {
    for (left, right) in zip(old, new) { compare(pair, left, right) }
    for union in old.dropFirst(new.count) {
      note(pair, "union", .removed, Effects(.widened), old: union.fact, new: nil, before: "union")
    }
    for union in new.dropFirst(old.count) {
      note(pair, "union", .added, Effects(.narrowed), old: nil, new: union.fact, after: "union")
    }
  }

  private mutating func compare(_ pair: SchemaPair, _ old: Shape.Union, _ new: Shape.Union) {
    let match = match(old.members, new.members, isNamed: old.isNamed || new.isNamed)
    for (left, right) in match.pairs { relateSchemas(left, right, from: pair.unit) }
    note(pair, match, old.fact, new.fact)
  }

  private mutating func note(_ pair: SchemaPair, _ match: Match, _ old: Fact?, _ new: Fact?) {
    for member in match.removed { noteMember(pair, member, .removed, union: new) }
    for member in match.added { noteMember(pair, member, .added, union: old) }
  }

  private mutating func noteMember(
    _ pair: SchemaPair, _ member: [Node], _ edit: Rule.Edit, union: Fact?
  ) {
    let isAdded = edit == .added
    let name = (isAdded ? new : old).name(of: member)
    add(
      Rule(.schema, "alternative", edit), Effects(isAdded ? .widened : .narrowed), pair.unit,
      old: isAdded ? nil : member.first, new: isAdded ? member.first : nil, near: pair.newNode,
      before: isAdded ? "" : name, after: isAdded ? name : "",
      "\(subject(pair)) \(isAdded ? "may be \(name) now, too" : "may not be \(name) any more")")
  }

  /// A schema that became one of several, or the other way round.
  private mutating func compare(
    _ pair: SchemaPair, single: Node?, with union: Shape.Union, isNew: Bool
  ) -> Bool {
    guard let single else { return false }
    let match = isNew ? match([[single]], union.members) : match(union.members, [[single]])
    guard let found = match.pairs.first else {
      note(
        pair, "union", isNew ? .added : .removed, Effects(.incomparable),
        old: isNew ? nil : union.fact, new: isNew ? union.fact : nil, before: isNew ? "" : "union",
        after: isNew ? "union" : "",
        message: isNew
          ? "is a choice now that does not hold what it was" : "is one thing now that was no choice"
      )
      return true
    }
    // The schema beside its own union would be compared with itself for ever.
    if found.old != pair.old.parts || found.new != pair.new.parts {
      relateSchemas(found.old, found.new, from: pair.unit)
    }
    note(pair, match, isNew ? nil : union.fact, isNew ? union.fact : nil)
    compareNull(pair)
    return true
  }
}

/// Which alternatives are the same ones.
struct Match {
  var pairs: [(old: [Node], new: [Node])] = []
  var removed: [[Node]] = []
  var added: [[Node]] = []
}

extension Comparison {
  func match(_ old: [[Node]], _ new: [[Node]], isNamed: Bool = false) -> Match {
    var match = Match()
    match.removed = old
    match.added = new
    take(&match) { self.old.key(of: $0) == self.new.key(of: $1) }
    if !isNamed, match.removed.count * match.added.count <= 64 {
      take(&match) { isEquivalent($0, $1) }
    }
    take(&match) { left, right in
      guard !self.old.isNamed(left) || !self.new.isNamed(right) else { return false }
      let kinds = (self.old.kind(of: left), self.new.kind(of: right))
      return kinds.0 != nil && kinds.0 == kinds.1
    }
    if match.removed.count == 1, match.added.count == 1, let left = match.removed.first,
      let right = match.added.first, !self.old.isNamed(left), !self.new.isNamed(right),
      old.count == new.count
    {
      match.pairs.append((left, right))
      match.removed = []
      match.added = []
    }
    return match
  }

  private func take(_ match: inout Match, _ isSame: ([Node], [Node]) -> Bool) {
    var rest: [[Node]] = []
    for left in match.removed {
      if let index = match.added.firstIndex(where: { isSame(left, $0) }) {
        match.pairs.append((left, match.added.remove(at: index)))
      } else {
        rest.append(left)
      }
    }
    match.removed = rest
  }
}

extension Side {
  /// What an alternative is known by: the component that it refers to, else its text.
  func key(of member: [Node]) -> String {
    member.map { node in
      let target = target(node)
      if target != node
        || !document.pointer(of: node).contains("/oneOf/")
          && !document.pointer(of: node).contains("/anyOf/")
      {
        return document.pointer(of: target)
      }
      return node["title"]?.string ?? String(contents.digest(node))
    }.joined(separator: " ")
  }

  func isNamed(_ member: [Node]) -> Bool { member.contains { target($0) != $0 } }

  /// The type of an alternative, with the value of the property that tells it apart.
  func kind(of member: [Node]) -> String? {
    let shape = ShapeBuilder.shape(of: member, on: self)
    guard let types = shape.types, types.count == 1, let type = types.first else { return nil }
    guard type == "object" else { return type }
    for name in shape.propertyNames.sorted() {
      guard let property = shape.properties[name] else { continue }
      let values = ShapeBuilder.shape(of: property.schemas, on: self).values ?? []
      if values.count == 1, let value = values.first { return "\(name)=\(value.text)" }
    }
    return nil
  }

  /// What people call an alternative.
  func name(of member: [Node]) -> String {
    guard let node = member.first else { return "it" }
    let target = target(node)
    if target != node { return subject(target) }
    if let title = node["title"]?.string { return "'\(title)'" }
    let types = SchemaObject(node).types
    if ShapeBuilder.shape(of: member, on: self).types == ["object"] {
      let mark = kind(of: member).flatMap { $0.contains("=") ? $0 : nil }
      return mark.map { "an object with \($0)" } ?? "another object"
    }
    return types.isEmpty ? "another schema" : types.joined(separator: " or ")
  }
}

extension Shape {
  /// Whether it says nothing but that it is a choice.
  var isOnlyUnion: Bool {
    let allowed = ShapeBuilder.remarks.union([
      "oneOf", "anyOf", "discriminator", "type", "nullable",
    ])
    return unions.count == 1
      && parts.allSatisfy { $0.entries.allSatisfy { allowed.contains($0.key.string ?? "") } }
  }
}
