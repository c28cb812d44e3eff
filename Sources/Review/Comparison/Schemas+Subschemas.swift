import YAML

extension Comparison {
  mutating func compareSubschemas(_ pair: SchemaPair) {
    for (keyword, aspect, type) in Self.single where relevance(pair, type) != .none {
      compareSubschema(pair, keyword, aspect)
    }
    comparePrefix(pair)
    for (keyword, aspect) in [
      ("patternProperties", "pattern-property"), ("dependentSchemas", "dependent-schema"),
    ] where relevance(pair, "object") != .none {
      compareTable(pair, keyword, aspect)
    }
    compareDependencies(pair)
  }

  private static let single = [
    ("additionalProperties", "additional-properties", "object"),
    ("unevaluatedProperties", "unevaluated-properties", "object"),
    ("propertyNames", "property-names", "object"), ("items", "items", "array"),
    ("unevaluatedItems", "unevaluated-items", "array"), ("contains", "contains", "array"),
    ("contentSchema", "content-schema", "string"),
  ]

  /// What a keyword with a schema says about the values that it is for.
  private enum Openness: String {
    case any, some = "a schema", none
  }

  private func openness(_ facts: [Fact], isMarker: Bool) -> Openness {
    if facts.contains(where: { $0.value.bool == false }) { return .none }
    let isSome = facts.contains {
      $0.value.kind == .mapping && (isMarker || $0.value.entries.contains { _ in true })
    }
    return isSome ? .some : .any
  }

  private mutating func compareSubschema(_ pair: SchemaPair, _ keyword: String, _ aspect: String) {
    let (olds, news) = (
      Self.telling(keyword, of: pair.old), Self.telling(keyword, of: pair.new)
    )
    if olds.isEmpty && news.isEmpty { return }
    let isMarker = keyword == "contains"
    let (before, after) = (openness(olds, isMarker: isMarker), openness(news, isMarker: isMarker))
    let (old, new) = (olds.first, news.first)
    switch (before, after) {
    case (.some, .some):
      relateSchemas(
        olds.map(\.value).filter { $0.kind == .mapping },
        news.map(\.value).filter { $0.kind == .mapping }, from: pair.unit)
    case (.any, .any), (.none, .none): return
    case (.any, _), (.some, .none):
      note(
        pair, aspect, .added, Effects(.narrowed), old: old, new: new, before: before.rawValue,
        after: after.rawValue, message: Self.sentence(keyword, after))
    case (_, .any), (.none, .some):
      note(
        pair, aspect, .removed, Effects(.widened), old: old, new: new, before: before.rawValue,
        after: after.rawValue, message: Self.sentence(keyword, after))
    }
  }

  /// The places that say something with a keyword: nothing is left unevaluated where a keyword beside
  /// it lets in all that has no schema of its own.
  private static func telling(_ keyword: String, of shape: Shape) -> [Fact] {
    guard let other = rest[keyword] else { return shape.facts(keyword) }
    return shape.parts.filter { $0[other].map { $0.bool == false } ?? true }
      .compactMap { $0.fact(keyword) }
  }

  private static let rest = [
    "unevaluatedProperties": "additionalProperties", "unevaluatedItems": "items",
  ]

  private static func sentence(_ keyword: String, _ now: Openness) -> String {
    switch now {
    case .any: "says nothing about '\(keyword)' any more"
    case .some: "has a schema for '\(keyword)' now"
    case .none: "allows no '\(keyword)' any more"
    }
  }

  private mutating func comparePrefix(_ pair: SchemaPair) {
    guard relevance(pair, "array") != .none else { return }
    let old = pair.old.fact("prefixItems").map { Array($0.value.elements) } ?? []
    let new = pair.new.fact("prefixItems").map { Array($0.value.elements) } ?? []
    for (left, right) in zip(old, new) { relateSchemas([left], [right], from: pair.unit) }
    for (index, item) in old.enumerated().dropFirst(new.count) {
      notePrefix(pair, .removed, index, old: item, new: nil)
    }
    for (index, item) in new.enumerated().dropFirst(old.count) {
      notePrefix(pair, .added, index, old: nil, new: item)
    }
  }

  /// A tuple of another length is another value, whichever is longer.
  private mutating func notePrefix(
    _ pair: SchemaPair, _ edit: Rule.Edit, _ index: Int, old: Node?, new: Node?
  ) {
    add(
      Rule(.schema, "prefix-item", edit), Effects(.incomparable), pair.unit, old: old, new: new,
      near: pair.newNode, before: old == nil ? "" : "\(index)", after: new == nil ? "" : "\(index)",
      "\(subject(pair)) says \(edit == .added ? "now what" : "no longer what") item \(index + 1) is"
    )
  }

  private mutating func compareTable(_ pair: SchemaPair, _ keyword: String, _ aspect: String) {
    let (old, new) = (Self.table(pair.old, keyword), Self.table(pair.new, keyword))
    for name in Set(old.keys).union(new.keys).sorted() {
      switch (old[name], new[name]) {
      case (let left?, let right?):
        relateSchemas([left.value], [right.value], from: pair.unit)
      case (let left?, nil):
        note(
          pair, aspect, .removed, Effects(.widened), old: left, new: nil, before: name, after: "",
          message: "has no '\(keyword)' for '\(name)' any more")
      case (nil, let right?):
        note(
          pair, aspect, .added, Effects(.narrowed), old: nil, new: right, before: "", after: name,
          message: "has '\(keyword)' for '\(name)' now")
      case (nil, nil): break
      }
    }
  }

  private static func table(_ shape: Shape, _ keyword: String) -> [String: Fact] {
    var table: [String: Fact] = [:]
    for fact in shape.facts(keyword) {
      for (key, value) in fact.value.entries {
        key.string.map { table[$0] = Fact(key: key, value: value) }
      }
    }
    return table
  }

  private mutating func compareDependencies(_ pair: SchemaPair) {
    guard relevance(pair, "object") != .none else { return }
    for keyword in ["dependentRequired", "dependencies"] {
      let (olds, news) = (Self.table(pair.old, keyword), Self.table(pair.new, keyword))
      for name in Set(olds.keys).union(news.keys).sorted() {
        let (old, new) = (olds[name], news[name])
        let before = Set(old.map { $0.value.elements.map(\.canonical) } ?? [])
        let after = Set(new.map { $0.value.elements.map(\.canonical) } ?? [])
        guard before != after else { continue }
        let effect: Effect =
          after.isSuperset(of: before)
          ? .narrowed : before.isSuperset(of: after) ? .widened : .incomparable
        note(
          pair, "dependent-required", old == nil ? .added : new == nil ? .removed : .changed,
          Effects(effect), old: old, new: new,
          message: "wants \(after.sorted().joined(separator: ", ")) with '\(name)' now, "
            + "where it wanted \(before.isEmpty ? "nothing" : before.sorted().joined(separator: ", "))"
        )
      }
    }
  }

  mutating func compareConditions(_ pair: SchemaPair) {
    for keyword in ["not", "if"] {
      let (old, new) = (pair.old.fact(keyword), pair.new.fact(keyword))
      switch (old, new) {
      case (nil, nil): break
      case (nil, _): note(pair, keyword, .added, Effects(.narrowed), old: nil, new: new)
      case (_, nil): note(pair, keyword, .removed, Effects(.widened), old: old, new: nil)
      case (let old?, let new?): compareCondition(pair, keyword, old, new)
      }
    }
    for keyword in ["then", "else"] { compareSubschema(pair, keyword, keyword) }
  }

  /// What `not` accepts more, the whole accepts less; of a condition nobody can tell.
  private mutating func compareCondition(
    _ pair: SchemaPair, _ keyword: String, _ old: Fact, _ new: Fact
  ) {
    if keyword == "not" {
      return relateSchemas([old.value], [new.value], from: pair.unit, isFlipped: true)
    }
    guard !isEquivalent([old.value], [new.value]) else { return }
    note(pair, keyword, .changed, Effects(.incomparable), old: old, new: new)
  }

  mutating func compareDiscriminator(_ pair: SchemaPair) {
    let (old, new) = (pair.old.fact("discriminator"), pair.new.fact("discriminator"))
    guard let old, let new else {
      if old == nil && new == nil { return }
      return note(
        pair, "discriminator", old == nil ? .added : .removed, Effects(.behaviour), old: old,
        new: new)
    }
    let before = old.value["propertyName"] ?? old.value
    let after = new.value["propertyName"] ?? new.value
    if before.string != after.string {
      note(
        pair, "discriminator", .changed, Effects(.incomparable), old: old, new: new,
        before: before.brief, after: after.brief)
    }
    compareWhole(
      .schema, "defaultMapping", "discriminator-default", .behaviour, old.value, new.value,
      pair.unit, subject(pair))
    compareMapping(pair, old.value["mapping"], new.value["mapping"])
  }

  private func leadsToTheSame(_ left: Node, _ right: Node) -> Bool {
    let (old, new) = (self.old.target(left), self.new.target(right))
    return old != left && new != right && isEquivalent([old], [new])
  }

  /// The alternatives that only one side has; they are told as such, with their values.
  private func unmatched(_ pair: SchemaPair) -> (removed: Set<Node>, added: Set<Node>) {
    let (old, new) = (pair.old.unions, pair.new.unions)
    guard old.count == new.count else { return ([], []) }
    let matches = zip(old, new).map {
      match($0.members, $1.members, isNamed: $0.isNamed || $1.isNamed)
    }
    return (
      Set(matches.flatMap { $0.removed.flatMap { $0.map(self.old.target) } }),
      Set(matches.flatMap { $0.added.flatMap { $0.map(self.new.target) } })
    )
  }

  private mutating func compareMapping(_ pair: SchemaPair, _ old: Node?, _ new: Node?) {
    let olds = old.map { Array($0.entries) } ?? []
    let news = new.map { Array($0.entries) } ?? []
    let isSame = Set(olds.map(\.key.string)) == Set(news.map(\.key.string))
    let told: (removed: Set<Node>, added: Set<Node>) = isSame ? ([], []) : unmatched(pair)
    for (key, value) in olds {
      let name = key.string ?? ""
      let left = Fact(key: key, value: value)
      guard let found = new?.entry(name) else {
        if told.removed.contains(self.old.target(value)) { continue }
        note(pair, "discriminator-value", .removed, Effects(.narrowed), old: left, new: nil)
        continue
      }
      let right = Fact(key: found.key, value: found.value)
      if value.string != found.value.string, !leadsToTheSame(value, found.value) {
        note(pair, "discriminator-value", .changed, Effects(.incomparable), old: left, new: right)
      }
    }
    for (key, value) in news
    where old?.entry(key.string ?? "") == nil && !told.added.contains(self.new.target(value)) {
      note(
        pair, "discriminator-value", .added, Effects(.widened), old: nil,
        new: Fact(key: key, value: value))
    }
  }
}
