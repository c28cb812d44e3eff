import Foundation

/// Collects what breaks the limits of a description.
public struct Constraints: Sendable {
  /// What was found so far.
  public private(set) var violations: [ValidationError.Violation] = []
  private var path: [String] = []

  /// Starts with nothing found.
  public init() {}

  /// Reports a broken limit that no keyword expresses.
  public mutating func report(_ name: String, _ rule: String) {
    let place = JSONPath.text(path + (name.isEmpty ? [] : [name]))
    violations.append(ValidationError.Violation(path: place, rule: rule))
  }

  mutating func append(_ other: Constraints) { violations += other.violations }

  /// Checks a value where it stands.
  public mutating func all<Value: Validated>(of value: Value) { value.check(&self) }

  /// Descends into a value that has limits of its own.
  public mutating func nested<Value: Validated>(_ name: String, _ value: Value) {
    path.append(name)
    value.check(&self)
    path.removeLast()
  }

  /// Checks each element of a list: `each("tags", tags) { $0.check($1, $2, maxLength: 10) }`.
  public mutating func each<Element>(
    _ name: String, _ values: [Element]?, _ body: (inout Constraints, String, Element) -> Void
  ) {
    guard let values else { return }
    path.append(name)
    for (index, value) in values.enumerated() { body(&self, "\(index)", value) }
    path.removeLast()
  }

  /// Checks each value of a map.
  public mutating func each<Element>(
    _ name: String, _ values: [String: Element]?,
    _ body: (inout Constraints, String, Element) -> Void
  ) {
    guard let values else { return }
    path.append(name)
    for (key, value) in values.sorted(by: { $0.key < $1.key }) { body(&self, key, value) }
    path.removeLast()
  }

  /// Checks each value of a map whose keys stand beside named properties.
  public mutating func each<Element>(
    _ values: [String: Element], _ body: (inout Constraints, String, Element) -> Void
  ) {
    for (key, value) in values.sorted(by: { $0.key < $1.key }) { body(&self, key, value) }
  }

  /// Checks one value; limits that do not concern its type have no effect, and neither has `nil`.
  public mutating func check<Value: Constrainable>(
    _ name: String, _ value: Value,
    minLength: Int? = nil, maxLength: Int? = nil, pattern: String? = nil,
    minimum: NumericLimit? = nil, maximum: NumericLimit? = nil,
    exclusiveMinimum: NumericLimit? = nil, exclusiveMaximum: NumericLimit? = nil,
    multipleOf: NumericLimit? = nil,
    minItems: Int? = nil, maxItems: Int? = nil, uniqueItems: Bool = false,
    minProperties: Int? = nil, maxProperties: Int? = nil
  ) {
    check(
      name, value.constraintSubject,
      Limits(
        minLength: minLength, maxLength: maxLength, pattern: pattern, minimum: minimum,
        maximum: maximum, exclusiveMinimum: exclusiveMinimum, exclusiveMaximum: exclusiveMaximum,
        multipleOf: multipleOf, minItems: minItems, maxItems: maxItems, uniqueItems: uniqueItems,
        minProperties: minProperties, maxProperties: maxProperties))
  }

  mutating func check(_ name: String, _ subject: ConstraintSubject, _ limits: Limits) {
    switch subject {
    case .absent: return
    case .text(let text):
      // JSON Schema counts code points.
      let length = text.unicodeScalars.count
      checkCount(name, length, limits.minLength, limits.maxLength, "character")
      if let pattern = limits.pattern, !Pattern.matches(text, pattern) {
        report(name, "must match \(pattern)")
      }
    case .number(let number):
      for rule in limits.broken(by: number) { report(name, "\(rule), but is \(number)") }
    case .items(let count, let areUnique, let elements):
      checkCount(name, count, limits.minItems, limits.maxItems, "item")
      if limits.uniqueItems, !areUnique() { report(name, "must not hold an item twice") }
      guard let inner = limits.elements.first else { return }
      check(name, elements().enumerated().map { ("\($0)", $1) }, inner)
    case .properties(let count, let values):
      checkCount(name, count, limits.minProperties, limits.maxProperties, "key")
      guard let inner = limits.elements.first else { return }
      check(name, values().map { ($0.key, $0.value) }, inner)
    }
  }

  /// Checks elements; those under no name stand beside what has names.
  private mutating func check(
    _ name: String, _ elements: [(String, ConstraintSubject)], _ limits: Limits
  ) {
    if !name.isEmpty { path.append(name) }
    for (key, element) in elements { check(key, element, limits) }
    if !name.isEmpty { path.removeLast() }
  }

  private mutating func checkCount(
    _ name: String, _ count: Int, _ minimum: Int?, _ maximum: Int?, _ unit: String
  ) {
    if let minimum, count < minimum {
      report(name, "must have at least \(minimum) \(unit)\(minimum == 1 ? "" : "s"), has \(count)")
    }
    if let maximum, count > maximum {
      report(name, "must have at most \(maximum) \(unit)\(maximum == 1 ? "" : "s"), has \(count)")
    }
  }
}
