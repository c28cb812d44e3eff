import YAML

extension Comparison {
  /// Compares the types; tells whether there is a type that both sides have.
  mutating func compareTypes(_ pair: SchemaPair) -> Bool {
    let (old, new) = (pair.old.types, pair.new.types)
    guard old != new else { return true }
    let (before, after) = (Self.words(old), Self.words(new))
    switch (old, new) {
    case (nil, .some):
      note(
        pair, "type", .added, Effects(.narrowed), old: nil,
        new: pair.new.typeFact ?? pair.new.valuesFact,
        before: "", after: after, message: "is \(after) now, where any type was accepted")
      return true
    case (.some, nil):
      note(
        pair, "type", .removed, Effects(.widened), old: pair.old.typeFact ?? pair.old.valuesFact,
        new: nil,
        before: before, after: "", message: "may be of any type now, where it was \(before)")
      return true
    case (let old?, let new?):
      let (isLess, isMore) = (Self.covers(old, new), Self.covers(new, old))
      let effect: Effect = isLess ? .narrowed : isMore ? .widened : .incomparable
      let edit: Rule.Edit = isLess ? .decreased : isMore ? .increased : .changed
      note(
        pair, "type", edit, Effects(effect), old: pair.old.typeFact ?? pair.old.valuesFact,
        new: pair.new.typeFact ?? pair.new.valuesFact, before: before, after: after,
        message: "is \(after) instead of \(before)")
      return isLess || isMore
    case (nil, nil): return true
    }
  }

  /// Whether every value of one list of types has a type of another.
  private static func covers(_ large: Set<String>, _ small: Set<String>) -> Bool {
    small.allSatisfy { large.contains($0) || ($0 == "integer" && large.contains("number")) }
  }

  private static func words(_ types: Set<String>?) -> String {
    types.map { $0.isEmpty ? "null" : $0.sorted().joined(separator: " or ") } ?? ""
  }

  mutating func compareNull(_ pair: SchemaPair) {
    let isOpen = pair.old.isOpen
    let isOpenNow = pair.new.isOpen
    guard !isOpen, !isOpenNow, pair.old.isNullable != pair.new.isNullable else { return }
    let isAdded = pair.new.isNullable
    note(
      pair, "null", isAdded ? .added : .removed, Effects(isAdded ? .widened : .narrowed),
      old: isAdded ? nil : pair.old.nullFact ?? pair.old.typeFact,
      new: isAdded ? pair.new.nullFact ?? pair.new.typeFact : nil,
      before: isAdded ? "" : "null", after: isAdded ? "null" : "",
      message: isAdded ? "may be null now" : "may not be null any more")
  }

  mutating func compareValues(_ pair: SchemaPair) {
    switch (pair.old.values, pair.new.values) {
    case (nil, nil): return
    case (nil, let values?):
      note(
        pair, "values", .added, Effects(.narrowed), old: nil, new: pair.new.valuesFact,
        after: Self.list(values), message: "accepts only \(Self.list(values)) now")
    case (let values?, nil):
      note(
        pair, "values", .removed, Effects(.widened), old: pair.old.valuesFact, new: nil,
        before: Self.list(values), message: "accepts more than \(Self.list(values)) now")
    case (let old?, let new?):
      let (before, after) = (Set(old.map(\.text)), Set(new.map(\.text)))
      for value in old where after.contains(value.text) { compareWords(pair, value, new) }
      for value in old where !after.contains(value.text) { noteValue(pair, value, .removed) }
      for value in new where !before.contains(value.text) { noteValue(pair, value, .added) }
    }
  }

  /// Compares what is said of a value that both lists have.
  private mutating func compareWords(
    _ pair: SchemaPair, _ value: Shape.Value, _ others: [Shape.Value]
  ) {
    guard let left = value.member,
      let right = others.first(where: { $0.text == value.text })?.member,
      !unchanged.contains(left, right)
    else { return }
    compareWords(.schema, left, right, pair.unit, "value \(value.text) of \(subject(pair))")
  }

  private mutating func noteValue(_ pair: SchemaPair, _ value: Shape.Value, _ edit: Rule.Edit) {
    let isAdded = edit == .added
    let subject = subject(pair, pair.old.valuesFact, pair.new.valuesFact)
    add(
      Rule(.schema, "value", edit), Effects(isAdded ? .widened : .narrowed), pair.unit,
      old: isAdded ? nil : value.node, new: isAdded ? value.node : nil,
      near: pair.new.valuesFact?.key, before: isAdded ? "" : value.text,
      after: isAdded ? value.text : "",
      isAdded
        ? "\(subject) has the new value \(value.text)"
        : "\(subject) has no value \(value.text) any more")
  }

  private static func list(_ values: [Shape.Value]) -> String {
    let shown = values.prefix(5).map(\.text).joined(separator: ", ")
    return values.count > 5 ? "\(shown) and \(values.count - 5) more" : shown
  }

  mutating func compareFormat(_ pair: SchemaPair) {
    let (old, new) = (pair.old.fact("format"), pair.new.fact("format"))
    let (before, after) = (old?.value.string ?? "", new?.value.string ?? "")
    guard before != after else { return }
    let isHint = Self.hints.contains(before) || Self.hints.contains(after)
    switch (old, new) {
    case (nil, _):
      note(pair, "format", .added, Effects(isHint ? .annotation : .narrowed), old: nil, new: new)
    case (_, nil):
      note(pair, "format", .removed, Effects(isHint ? .annotation : .widened), old: old, new: nil)
    default:
      let isLess = Self.wider[after] == before
      let isMore = Self.wider[before] == after
      let effect: Effect = isLess ? .narrowed : isMore ? .widened : .incomparable
      note(
        pair, "format", isLess ? .decreased : isMore ? .increased : .changed, Effects(effect),
        old: old, new: new)
    }
  }

  /// Formats that say how to show a value.
  private static let hints: Set = ["password", "textarea", "markdown", "html", "multiline"]

  /// Formats with one that takes in all of their values.
  private static let wider = [
    "int32": "int64", "float": "double", "int8": "int16", "int16": "int32", "uint8": "int16",
    "uint16": "int32", "uint32": "int64", "uri": "uri-reference", "iri": "iri-reference",
    "email": "idn-email", "hostname": "idn-hostname",
  ]
}
