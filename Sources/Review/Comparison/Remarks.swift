import YAML

extension Comparison {
  /// Compares what no value depends on: words for people, defaults, marks.
  mutating func compareRemarks(_ pair: SchemaPair) {
    guard let old = pair.old.parts.first, let new = pair.new.parts.first else { return }
    // In Swagger 2.0 a parameter is its own schema, and its words are compared as the parameter's.
    if old["in"]?.string == nil || new["in"]?.string == nil {
      compareWords(.schema, pair.old.own, pair.new.own, pair.unit, subject(pair))
    }
    compareDefault(pair)
    compareAccess(pair)
    compareSunset(.schema, old, new, pair.unit, subject(pair))
    compareExtensible(pair)
    compareXML(pair)
  }

  mutating func compareWords(
    _ position: Rule.Position, _ old: Node, _ new: Node, _ unit: Int, _ subject: String
  ) {
    compareWords(position, [old], [new], unit, subject)
  }

  /// Compares the keywords that only people read, and vendors' extensions, of what together says
  /// one thing; of words that are said twice the first ones count.
  private mutating func compareWords(
    _ position: Rule.Position, _ old: [Node], _ new: [Node], _ unit: Int, _ subject: String
  ) {
    guard let near = new.first else { return }
    for word in position.words where word.keyword != Word.deprecated.keyword {
      let (left, right) = (old.fact(word.keyword), new.fact(word.keyword))
      guard left != nil || right != nil,
        left.map({ self.old.contents.digest($0.value) })
          != right.map({ self.new.contents.digest($0.value) }),
        left?.value.canonical != right?.value.canonical
      else { continue }
      addWord(
        position, word.aspect, left, right, unit, near,
        "\(subject) has another '\(word.keyword)'")
    }
    if position.words.contains(.deprecated) {
      compareDeprecation(position, old, new, unit, subject)
    }
    compareExtensions(position, old, new, unit, subject)
  }

  /// A flag that is not set says what is so without it.
  ///
  /// Who was told that an operation will go has no ground to complain when it does, so that this is
  /// when callers have to hear of it, whether a day is named or not.
  private mutating func compareDeprecation(
    _ position: Rule.Position, _ old: [Node], _ new: [Node], _ unit: Int, _ subject: String
  ) {
    let (left, right) = (old.fact("deprecated"), new.fact("deprecated"))
    let isDeprecated = right?.value.bool == true
    guard (left?.value.bool == true) != isDeprecated else { return }
    add(
      Rule(position, Word.deprecated.aspect, isDeprecated ? .added : .removed),
      Effects(position == .operation && isDeprecated ? .behaviour : .annotation), unit,
      old: left?.key, new: right?.key, near: new.first, before: "\(!isDeprecated)",
      after: "\(isDeprecated)",
      "\(subject) is \(isDeprecated ? "deprecated now" : "not deprecated any more")")
  }

  /// Compares a keyword of which only equality is known.
  mutating func compareWhole(
    _ position: Rule.Position, _ keyword: String, _ aspect: String, _ effect: Effect, _ old: Node,
    _ new: Node, _ unit: Int, _ subject: String
  ) {
    let (left, right) = (old.fact(keyword), new.fact(keyword))
    guard left?.value.canonical != right?.value.canonical else { return }
    add(
      Rule(position, aspect, left == nil ? .added : right == nil ? .removed : .changed),
      Effects(effect), unit, old: left?.key, new: right?.key, near: new,
      before: left?.value.brief ?? "", after: right?.value.brief ?? "",
      "\(subject) has another '\(keyword)'")
  }

  private mutating func compareExtensions(
    _ position: Rule.Position, _ old: [Node], _ new: [Node], _ unit: Int, _ subject: String
  ) {
    guard let near = new.first else { return }
    var names = old.flatMap(\.extensions)
    names += new.flatMap(\.extensions).filter { old.fact($0) == nil }
    for name in names where !Self.known.contains(name) {
      let (left, right) = (old.fact(name), new.fact(name))
      guard left?.value.canonical != right?.value.canonical else { continue }
      addWord(position, "extension", left, right, unit, near, "\(subject) has another '\(name)'")
    }
  }

  /// Extensions that mean something here.
  private static let known: Set = [
    "x-sunset", "x-stability-level", "x-extensible-enum", "x-nullable",
  ]

  private mutating func addWord(
    _ position: Rule.Position, _ aspect: String, _ old: Fact?, _ new: Fact?, _ unit: Int,
    _ near: Node, _ message: String
  ) {
    add(
      Rule(position, aspect, old == nil ? .added : new == nil ? .removed : .changed),
      Effects(.annotation), unit, old: old?.key, new: new?.key, near: near,
      before: old.map(\.value.canonical) ?? "", after: new.map(\.value.canonical) ?? "", message)
  }

  private mutating func compareDefault(_ pair: SchemaPair) {
    let (old, new) = (pair.old.fact("default"), pair.new.fact("default"))
    guard old?.value.canonical != new?.value.canonical else { return }
    note(
      pair, "default", old == nil ? .added : new == nil ? .removed : .changed, Effects(.behaviour),
      old: old, new: new)
  }

  private mutating func compareAccess(_ pair: SchemaPair) {
    for (keyword, aspect, isWrite) in [
      ("readOnly", "read-only", false), ("writeOnly", "write-only", true),
    ] {
      let (before, after) = (pair.old.flag(keyword), pair.new.flag(keyword))
      guard before != after else { continue }
      // Set, it takes the value from one side; unset, it brings the value back.
      let effects =
        after
        ? Effects(
          request: isWrite ? .extended : .behaviour, response: isWrite ? .behaviour : .extended)
        : Effects(.extended)
      note(
        pair, aspect, after ? .added : .removed, effects,
        old: pair.old.fact(keyword), new: pair.new.fact(keyword),
        message: after ? "is \(keyword) now" : "is not \(keyword) any more")
    }
  }

  /// Compares what says that a thing will go or may change.
  mutating func compareSunset(
    _ position: Rule.Position, _ old: Node, _ new: Node, _ unit: Int, _ subject: String
  ) {
    for (keyword, aspect) in [("x-sunset", "sunset"), ("x-stability-level", "stability")] {
      let (left, right) = (old.fact(keyword), new.fact(keyword))
      guard left?.value.canonical != right?.value.canonical else { continue }
      add(
        Rule(position, aspect, left == nil ? .added : right == nil ? .removed : .changed),
        Effects(.behaviour), unit, old: left?.key, new: right?.key, near: new,
        before: left?.value.brief ?? "", after: right?.value.brief ?? "",
        "\(subject) has another '\(keyword)'")
    }
  }

  /// A list of values that may grow without notice.
  private mutating func compareExtensible(_ pair: SchemaPair) {
    let (old, new) = (pair.old.fact("x-extensible-enum"), pair.new.fact("x-extensible-enum"))
    guard let old, let new else { return }
    let before = Set(old.value.elements.map(\.canonical))
    let after = Set(new.value.elements.map(\.canonical))
    for item in old.value.elements where !after.contains(item.canonical) {
      add(
        Rule(.schema, "open-value", .removed), Effects(.narrowed), pair.unit, old: item,
        near: new.key,
        before: item.canonical, "\(subject(pair)) has no value \(item.canonical) any more")
    }
    for item in new.value.elements where !before.contains(item.canonical) {
      add(
        Rule(.schema, "open-value", .added), Effects(.extended), pair.unit, new: item,
        near: new.key, after: item.canonical, "\(subject(pair)) has the new value \(item.canonical)"
      )
    }
  }

  private mutating func compareXML(_ pair: SchemaPair) {
    let (old, new) = (pair.old.fact("xml"), pair.new.fact("xml"))
    guard old?.value.canonical != new?.value.canonical else { return }
    note(
      pair, "xml", old == nil ? .added : new == nil ? .removed : .changed, Effects(.behaviour),
      old: old, new: new)
  }
}

extension [Node] {
  /// The first place that says something with a keyword.
  fileprivate func fact(_ keyword: String) -> Fact? {
    for node in self { if let fact = node.fact(keyword) { return fact } }
    return nil
  }
}

extension Node {
  fileprivate var extensions: [String] {
    entries.compactMap(\.key.string).filter { $0.hasPrefix("x-") }
  }
}
