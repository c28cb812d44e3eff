import YAML

/// A keyword that counts something and forbids more or less of it.
private struct Limit {
  var keyword: String
  var aspect: String
  var isUpper: Bool
  var type: String
  /// The value that says nothing.
  var idle: Double?
}

private let limits = [
  Limit(keyword: "maxLength", aspect: "max-length", isUpper: true, type: "string"),
  Limit(keyword: "minLength", aspect: "min-length", isUpper: false, type: "string", idle: 0),
  Limit(keyword: "maxItems", aspect: "max-items", isUpper: true, type: "array"),
  Limit(keyword: "minItems", aspect: "min-items", isUpper: false, type: "array", idle: 0),
  Limit(keyword: "maxProperties", aspect: "max-properties", isUpper: true, type: "object"),
  Limit(
    keyword: "minProperties", aspect: "min-properties", isUpper: false, type: "object", idle: 0),
  Limit(keyword: "maxContains", aspect: "max-contains", isUpper: true, type: "array"),
  Limit(keyword: "minContains", aspect: "min-contains", isUpper: false, type: "array", idle: 1),
]

/// A bound with whether it is itself outside.
private struct Bound: Equatable {
  var value: Double
  var isExclusive: Bool
  var fact: Fact

  static func == (left: Bound, right: Bound) -> Bool {
    left.value == right.value && left.isExclusive == right.isExclusive
  }

  func isTighter(than other: Bound, isUpper: Bool) -> Bool {
    if value == other.value { return isExclusive && !other.isExclusive }
    return isUpper ? value < other.value : value > other.value
  }

  var text: String {
    let number = fact.value.number == value ? fact.value.brief : "\(value)"
    return isExclusive ? "\(number), exclusive" : number
  }
}

extension Comparison {
  mutating func compareLimits(_ pair: SchemaPair) {
    for limit in limits {
      let relevance = relevance(pair, limit.type)
      guard relevance != .none else { continue }
      let (old, new) = (tightest(pair.old, limit), tightest(pair.new, limit))
      // A value that says nothing is a place all the same.
      let idle = (old: pair.old.fact(limit.keyword), new: pair.new.fact(limit.keyword))
      compare(pair, limit.aspect, old, new, isUpper: limit.isUpper, relevance, idle: idle)
    }
  }

  private func tightest(_ shape: Shape, _ limit: Limit) -> Bound? {
    var found: Bound?
    for fact in shape.facts(limit.keyword) {
      guard let value = fact.value.number, value != limit.idle else { continue }
      let bound = Bound(value: value, isExclusive: false, fact: fact)
      if found.map({ bound.isTighter(than: $0, isUpper: limit.isUpper) }) ?? true { found = bound }
    }
    return found
  }

  private mutating func compare(
    _ pair: SchemaPair, _ aspect: String, _ old: Bound?, _ new: Bound?, isUpper: Bool,
    _ relevance: Relevance, idle: (old: Fact?, new: Fact?) = (nil, nil)
  ) {
    guard old != new else { return }
    let edit: Rule.Edit
    let effect: Effect
    switch (old, new) {
    case (nil, _): (edit, effect) = (.added, .narrowed)
    case (_, nil): (edit, effect) = (.removed, .widened)
    case (let old?, let new?):
      let isTighter = new.isTighter(than: old, isUpper: isUpper)
      effect = isTighter ? .narrowed : .widened
      edit = isTighter == isUpper ? .decreased : .increased
    }
    note(
      pair, aspect, edit, Effects(relevance == .full ? effect : .behaviour),
      old: old?.fact ?? idle.old, new: new?.fact ?? idle.new, before: old?.text, after: new?.text)
  }

  mutating func compareBounds(_ pair: SchemaPair) {
    let relevance = relevance(pair, "integer")
    guard relevance != .none else { return }
    for isUpper in [false, true] {
      compare(
        pair, isUpper ? "maximum" : "minimum", bound(pair.old, isUpper: isUpper),
        bound(pair.new, isUpper: isUpper), isUpper: isUpper, relevance)
    }
  }

  /// The bound that counts: 3.0 says with a boolean that it is exclusive, 3.1 with a number.
  private func bound(_ shape: Shape, isUpper: Bool) -> Bound? {
    var found: [Bound] = []
    for part in shape.parts {
      let exclusive = part.fact(isUpper ? "exclusiveMaximum" : "exclusiveMinimum")
      if let fact = part.fact(isUpper ? "maximum" : "minimum"), let value = fact.value.number {
        found.append(
          Bound(value: value, isExclusive: exclusive?.value.bool == true, fact: fact))
      }
      if let fact = exclusive, let value = fact.value.number {
        found.append(Bound(value: value, isExclusive: true, fact: fact))
      }
    }
    let isWhole = shape.types == ["integer"]
    return found.map { isWhole ? $0.whole(isUpper: isUpper) : $0 }
      .reduce(nil) { best, next in
        best.map { next.isTighter(than: $0, isUpper: isUpper) ? next : $0 } ?? next
      }
  }

  mutating func compareMultiples(_ pair: SchemaPair) {
    guard relevance(pair, "integer") != .none else { return }
    let (old, new) = (divisor(pair.old), divisor(pair.new))
    let (before, after) = (old?.value.number ?? 0, new?.value.number ?? 0)
    guard before != after else { return }
    if old == nil {
      return note(pair, "multiple-of", .added, Effects(.narrowed), old: nil, new: new)
    }
    if new == nil {
      return note(pair, "multiple-of", .removed, Effects(.widened), old: old, new: nil)
    }
    let isLess = Self.divides(before, after)
    let isMore = Self.divides(after, before)
    note(
      pair, "multiple-of", isLess ? .increased : isMore ? .decreased : .changed,
      Effects(isLess ? .narrowed : isMore ? .widened : .incomparable), old: old, new: new)
  }

  private func divisor(_ shape: Shape) -> Fact? {
    shape.facts("multipleOf").first {
      guard let value = $0.value.number, value > 0 else { return false }
      return !(shape.types == ["integer"] && value == 1)
    }
  }

  private static func divides(_ small: Double, _ large: Double) -> Bool {
    let ratio = large / small
    return abs(ratio - ratio.rounded()) < 1e-9 * max(1, abs(ratio))
  }

  mutating func comparePatterns(_ pair: SchemaPair) {
    if relevance(pair, "string") != .none {
      compareSets(pair, "pattern", "pattern") { $0.value.string }
    }
    if relevance(pair, "array") != .none,
      pair.old.flag("uniqueItems") != pair.new.flag("uniqueItems")
    {
      let isAdded = pair.new.flag("uniqueItems")
      note(
        pair, "unique-items", isAdded ? .added : .removed, Effects(isAdded ? .narrowed : .widened),
        old: pair.old.fact("uniqueItems"), new: pair.new.fact("uniqueItems"),
        before: isAdded ? "" : "true",
        after: isAdded ? "true" : "",
        message: isAdded ? "may not hold an item twice any more" : "may hold an item twice now")
    }
  }

  mutating func compareMedia(_ pair: SchemaPair) {
    guard relevance(pair, "string") != .none else { return }
    compareSets(pair, "contentEncoding", "content-encoding") { $0.value.string?.lowercased() }
    compareSets(pair, "contentMediaType", "content-media-type") { $0.value.string?.lowercased() }
  }

  /// Compares a keyword of which nobody can say which value accepts more.
  private mutating func compareSets(
    _ pair: SchemaPair, _ keyword: String, _ aspect: String, _ text: (Fact) -> String?
  ) {
    let (olds, news) = (pair.old.facts(keyword), pair.new.facts(keyword))
    let (before, after) = (Set(olds.compactMap(text)), Set(news.compactMap(text)))
    guard before != after else { return }
    let gone = olds.first { text($0).map { !after.contains($0) } ?? false }
    let come = news.first { text($0).map { !before.contains($0) } ?? false }
    if after.isSuperset(of: before) {
      note(pair, aspect, .added, Effects(.narrowed), old: nil, new: come)
    } else if before.isSuperset(of: after) {
      note(pair, aspect, .removed, Effects(.widened), old: gone, new: nil)
    } else {
      note(pair, aspect, .changed, Effects(.incomparable), old: gone, new: come)
    }
  }
}

extension Bound {
  /// For whole numbers, less than five is at most four.
  fileprivate func whole(isUpper: Bool) -> Bound {
    guard isExclusive, value == value.rounded() else { return self }
    return Bound(value: isUpper ? value - 1 : value + 1, isExclusive: false, fact: fact)
  }
}
