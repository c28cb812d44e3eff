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

  /// The statements that check a property; `elements` is how its list or map is reached.
  func checkPlans(_ field: Field, _ name: String, elements: String) -> [CheckPlan] {
    statements(field.key, field.constraints, field.type, name, elements: elements)
  }

  /// The statements that check the properties without a name.
  func checkPlans(additional record: Record, _ name: String) -> [CheckPlan] {
    guard let type = record.additional else { return [] }
    if let leaf = type.leaf, checked.contains(leaf) {
      return [CheckPlan(verb: "all", arguments: "of: \(name)")]
    }
    let check = closure(record.additionalConstraints, type)
    return check.map { [CheckPlan(verb: "each", arguments: "\(name), \($0)")] } ?? []
  }

  private func statements(
    _ key: String, _ constraints: Constraints, _ type: TypeUse, _ name: String, elements: String
  ) -> [CheckPlan] {
    var plans: [CheckPlan] = []
    let key = Literal.string(key)
    let limits = checks(constraints, type)
    if !limits.isEmpty {
      plans.append(CheckPlan(verb: "check", arguments: "\(key), \(name), \(arguments(limits))"))
    }
    if let leaf = type.leaf, checked.contains(leaf) {
      plans.append(CheckPlan(verb: "nested", arguments: "\(key), \(name)"))
    }
    if let check = elementCheck(constraints, type) {
      plans.append(CheckPlan(verb: "each", arguments: "\(key), \(elements), \(check)"))
    }
    return plans
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
    statements(
      parameter.name, parameter.constraints, parameter.type, name, elements: name
    ).map { OperationPlan.Step(verb: "limits.\($0.verb)", arguments: $0.arguments) }
  }

  /// The statement that checks a form, whose parts do not check themselves.
  func limitSteps(_ content: Content, _ name: String) -> [OperationPlan.Step] {
    guard content.kind == .multipart, let leaf = content.type.leaf, checked.contains(leaf) else {
      return []
    }
    return [OperationPlan.Step(verb: "limits.all", arguments: "of: \(name)")]
  }

  private func argument(_ limit: Constraints.Limit) -> String {
    switch limit {
    case .minLength(let value): "minLength: \(value)"
    case .maxLength(let value): "maxLength: \(value)"
    case .pattern(let value): "pattern: \(Literal.string(value))"
    case .minimum(let value): "minimum: \(Literal.number(value))"
    case .maximum(let value): "maximum: \(Literal.number(value))"
    case .exclusiveMinimum(let value): "exclusiveMinimum: \(Literal.number(value))"
    case .exclusiveMaximum(let value): "exclusiveMaximum: \(Literal.number(value))"
    case .multipleOf(let value): "multipleOf: \(Literal.number(value))"
    case .minItems(let value): "minItems: \(value)"
    case .maxItems(let value): "maxItems: \(value)"
    case .uniqueItems: "uniqueItems: true"
    case .minProperties(let value): "minProperties: \(value)"
    case .maxProperties(let value): "maxProperties: \(value)"
    }
  }
}
