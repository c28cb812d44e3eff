import OpenAPI
import YAML

/// Two schemas in normal form, on their way through the questions asked of them.
struct SchemaPair {
  var old: Shape
  var new: Shape
  var unit: Int
  var oldNode: Node?
  var newNode: Node?
}

/// How far a keyword counts.
enum Relevance {
  case full, unclear, none
}

extension Comparison {
  mutating func compareSchemas(_ oldNodes: [Node], _ newNodes: [Node], _ unit: Int) {
    let shapes = shapes(of: oldNodes, newNodes)
    let pair = SchemaPair(
      old: shapes.old, new: shapes.new, unit: unit, oldNode: oldNodes.first,
      newNode: newNodes.first)
    guard pair.old.isNever == pair.new.isNever else { return compareNever(pair) }
    compareRemarks(pair)
    guard !compareUnions(pair), compareTypes(pair) else { return }
    compareNull(pair)
    compareValues(pair)
    compareFormat(pair)
    compareLimits(pair)
    compareBounds(pair)
    compareMultiples(pair)
    comparePatterns(pair)
    compareMedia(pair)
    compareProperties(pair)
    compareSubschemas(pair)
    compareConditions(pair)
    compareDiscriminator(pair)
  }

  /// Both in normal form; a choice that is a list on one side only is compared as a choice.
  private func shapes(of oldNodes: [Node], _ newNodes: [Node]) -> (old: Shape, new: Shape) {
    let left = ShapeBuilder.choices(of: oldNodes, on: old)
    let right = ShapeBuilder.choices(of: newNodes, on: new)
    let (before, after) = (left.listed(on: old), right.listed(on: new))
    if before.isList, after.isChoice { return (left, after) }
    if before.isChoice, after.isList { return (before, right) }
    return (before, after)
  }

  /// Notes a fact about a keyword of a schema, with the usual sentence.
  mutating func note(
    _ pair: SchemaPair, _ aspect: String, _ edit: Rule.Edit, _ effects: Effects, old: Fact?,
    new: Fact?, before: String? = nil, after: String? = nil, message: String? = nil
  ) {
    let before = before ?? old.map(\.value.brief) ?? ""
    let after = after ?? new.map(\.value.brief) ?? ""
    add(
      Rule(.schema, aspect, edit), effects, pair.unit, old: old?.key, new: new?.key,
      near: pair.newNode, before: before, after: after,
      "\(subject(pair, old, new)) \(message ?? sentence(new ?? old, edit, before, after))")
  }

  /// What people call the schema that a keyword stands in, which may be another one than the place
  /// that the comparison came from.
  func subject(_ pair: SchemaPair, _ old: Fact?, _ new: Fact?) -> String {
    if let new { return self.new.subject(of: new.key) }
    return old.map { self.old.subject(of: $0.key) } ?? subject(pair)
  }

  func subject(_ pair: SchemaPair) -> String {
    pair.newNode == nil ? old.subject(pair.oldNode) : new.subject(pair.newNode)
  }

  private func sentence(
    _ fact: Fact?, _ edit: Rule.Edit, _ before: String, _ after: String
  ) -> String {
    let name = fact?.key.string ?? ""
    switch edit {
    case .added: return "has '\(name)' \(after) now"
    case .removed: return "has no '\(name)' any more; it was \(before)"
    default: return "has '\(name)' \(after) instead of \(before)"
    }
  }

  /// How far a keyword counts that is about values of one type: not at all when one side has no such
  /// values. Where neither has, somebody wrote it for a reason that nobody can tell.
  func relevance(_ pair: SchemaPair, _ type: String) -> Relevance {
    switch (pair.old.allows(type), pair.new.allows(type)) {
    case (true, true): .full
    case (false, false): .unclear
    default: .none
    }
  }

  private mutating func compareNever(_ pair: SchemaPair) {
    let isClosed = pair.new.isNever
    add(
      Rule(.schema, "never", isClosed ? .added : .removed),
      Effects(isClosed ? .narrowed : .widened), pair.unit, old: pair.oldNode, new: pair.newNode,
      before: "\(pair.old.isNever)", after: "\(isClosed)",
      "\(subject(pair)) accepts \(isClosed ? "nothing" : "something") now")
  }
}

extension Node {
  /// The value for a sentence: short, on one line.
  var brief: String {
    guard kind == .scalar else {
      let text = canonical
      return text.count > 60 ? "\(text.prefix(57))…" : text
    }
    let text = (string ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    return text.count > 60 ? "\(text.prefix(57))…" : text
  }
}
