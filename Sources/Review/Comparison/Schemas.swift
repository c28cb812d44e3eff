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
    let pair = SchemaPair(
      old: ShapeBuilder.shape(of: oldNodes, on: old),
      new: ShapeBuilder.shape(of: newNodes, on: new),
      unit: unit, oldNode: oldNodes.first, newNode: newNodes.first)
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
      "\(subject(pair)) \(message ?? sentence(new ?? old, edit, before, after))")
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
