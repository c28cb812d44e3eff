import Contract

extension Planner {
  /// Whether a record has a property with limits that its Swift type can break.
  func isLimited(_ record: Record) -> Bool {
    record.fields.contains { isLimited($0.constraints, $0.type) }
      || record.additional.map { closure(record.additionalConstraints, $0) != nil } == true
  }

  private func isLimited(_ constraints: Constraints, _ type: TypeUse) -> Bool {
    !checks(constraints, type).isEmpty || elementCheck(constraints, type) != nil
  }

  private func checks(_ constraints: Constraints, _ type: TypeUse) -> [Constraints.Limit] {
    if case .nullable(let type) = type { return checks(constraints, type) }
    return constraints.limits.filter { limit in
      switch (limit, type) {
      case (.minLength, .string(.plain)), (.maxLength, .string(.plain)),
        (.pattern, .string(.plain)):
        true
      case (.minimum, .integer), (.maximum, .integer), (.exclusiveMinimum, .integer),
        (.exclusiveMaximum, .integer), (.multipleOf, .integer), (.minimum, .number),
        (.maximum, .number), (.exclusiveMinimum, .number), (.exclusiveMaximum, .number),
        (.multipleOf, .number):
        true
      case (.minItems, .list), (.maxItems, .list), (.uniqueItems, .list): true
      case (.minProperties, .map), (.maxProperties, .map): true
      default: false
      }
    }
  }

  /// The calls behind a field that name its limits: `.minLength(1).nested()`.
  func limits(_ field: Field) -> String {
    let isNested = field.type.leaf.map(checked.contains) == true
    return calls(field.constraints, field.type) + (isNested ? ".nested()" : "")
  }

  /// The calls behind the field that keeps the keys without a name.
  func additionalLimits(_ record: Record) -> String {
    guard let type = record.additional else { return "" }
    if let leaf = type.leaf, checked.contains(leaf) { return ".nested()" }
    let calls = calls(record.additionalConstraints, type)
    return calls.isEmpty ? "" : ".each { $0\(calls) }"
  }

  private func calls(_ constraints: Constraints, _ type: TypeUse) -> String {
    let own = checks(constraints, type).map { ".\(name($0))(\(value($0)))" }.joined()
    let inner = if case .nullable(let inner) = type { inner } else { type }
    guard let elements = constraints.elements.first, let element = inner.element else {
      return own
    }
    let calls = calls(elements, element)
    return calls.isEmpty ? own : own + ".each { $0\(calls) }"
  }

  /// The closure that checks one element of a list or a map; `nil` when elements have no limits.
  private func elementCheck(_ constraints: Constraints, _ type: TypeUse) -> String? {
    let type = if case .nullable(let inner) = type { inner } else { type }
    guard let inner = constraints.elements.first, let element = type.element else { return nil }
    return closure(inner, element)
  }

  private func closure(_ constraints: Constraints, _ element: TypeUse) -> String? {
    let limits = checks(constraints, element)
    var statements: [String] = []
    if !limits.isEmpty { statements.append("$0.check($1, $2, \(arguments(limits)))") }
    if let deeper = elementCheck(constraints, element) {
      statements.append("$0.each($1, $2, \(deeper))")
    }
    return statements.isEmpty ? nil : "{ \(statements.joined(separator: "; ")) }"
  }

  private func arguments(_ limits: [Constraints.Limit]) -> String {
    limits.map(argument).joined(separator: ", ")
  }

  /// The statements that check what a call carries outside a JSON body, which checks itself.
  func limitSteps(_ parameter: Parameter, _ name: String) -> [OperationPlan.Step] {
    var steps: [OperationPlan.Step] = []
    let head = "\(Literal.string(parameter.name)), \(name)"
    let limits = checks(parameter.constraints, parameter.type)
    if !limits.isEmpty {
      steps.append(
        OperationPlan.Step(verb: "limits.check", arguments: "\(head), \(arguments(limits))"))
    }
    if let leaf = parameter.type.leaf, checked.contains(leaf) {
      steps.append(OperationPlan.Step(verb: "limits.nested", arguments: head))
    }
    if let check = elementCheck(parameter.constraints, parameter.type) {
      steps.append(OperationPlan.Step(verb: "limits.each", arguments: "\(head), \(check)"))
    }
    return steps
  }

  /// The statement that checks a form, whose parts do not check themselves.
  func limitSteps(_ content: Content, _ name: String) -> [OperationPlan.Step] {
    guard content.kind == .multipart, let leaf = content.type.leaf, checked.contains(leaf) else {
      return []
    }
    return [OperationPlan.Step(verb: "limits.all", arguments: "of: \(name)")]
  }

  private func argument(_ limit: Constraints.Limit) -> String {
    "\(name(limit)): \(limit == .uniqueItems ? "true" : value(limit))"
  }

  private func name(_ limit: Constraints.Limit) -> String {
    switch limit {
    case .minLength: "minLength"
    case .maxLength: "maxLength"
    case .pattern: "pattern"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .exclusiveMinimum: "exclusiveMinimum"
    case .exclusiveMaximum: "exclusiveMaximum"
    case .multipleOf: "multipleOf"
    case .minItems: "minItems"
    case .maxItems: "maxItems"
    case .uniqueItems: "uniqueItems"
    case .minProperties: "minProperties"
    case .maxProperties: "maxProperties"
    }
  }

  /// The value of a limit as a literal; a limit that has none is nothing.
  private func value(_ limit: Constraints.Limit) -> String {
    switch limit {
    case .minLength(let value), .maxLength(let value), .minItems(let value), .maxItems(let value),
      .minProperties(let value), .maxProperties(let value):
      "\(value)"
    case .minimum(let value), .maximum(let value), .exclusiveMinimum(let value),
      .exclusiveMaximum(let value), .multipleOf(let value):
      Literal.number(value)
    case .pattern(let value): Literal.string(value)
    case .uniqueItems: ""
    }
  }
}
