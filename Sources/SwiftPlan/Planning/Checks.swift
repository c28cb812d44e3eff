import Contract

extension Planner {
  /// The limits of a property that its Swift type can break.
  func checks(of field: Field) -> [Constraints.Limit] {
    checks(field.constraints, field.type)
  }

  private func checks(_ constraints: Constraints, _ type: TypeUse) -> [Constraints.Limit] {
    if constraints.limits.isEmpty { return [] }
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

  func checkPlans(_ field: Field, _ name: String) -> [CheckPlan] {
    var plans: [CheckPlan] = []
    let limits = checks(of: field)
    let nested = field.type.leaf.map(checked.contains) == true
    if limits.isEmpty, !nested { return [] }
    let head = "\(Literal.string(field.key)), \(name)"
    if !limits.isEmpty {
      let arguments = limits.map { argument($0) }.joined(separator: ", ")
      plans.append(CheckPlan(verb: "check", arguments: "\(head), \(arguments)"))
    }
    if nested {
      plans.append(CheckPlan(verb: "nested", arguments: head))
    }
    return plans
  }

  /// The statements that check what a call carries outside a JSON body, which checks itself.
  func limitSteps(_ parameter: Parameter, _ name: String) -> [OperationPlan.Step] {
    var steps: [OperationPlan.Step] = []
    let limits = checks(parameter.constraints, parameter.type)
    let nested = parameter.type.leaf.map(checked.contains) == true
    if limits.isEmpty, !nested { return [] }
    let head = "\(Literal.string(parameter.name)), \(name)"
    if !limits.isEmpty {
      let arguments = limits.map { argument($0) }.joined(separator: ", ")
      steps.append(OperationPlan.Step(verb: "limits.check", arguments: "\(head), \(arguments)"))
    }
    if nested {
      steps.append(OperationPlan.Step(verb: "limits.nested", arguments: head))
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
