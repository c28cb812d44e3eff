import Contract

extension Planner {
  /// The limits of a property that its Swift type can break.
  func checks(of field: Field) -> [Constraints.Limit] {
    field.constraints.limits.filter { limit in
      switch (limit, field.type) {
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
    let head = "\(Literal.string(field.key)), \(name)"
    if !limits.isEmpty {
      let arguments = limits.map(argument).joined(separator: ", ")
      plans.append(CheckPlan(verb: "check", arguments: "\(head), \(arguments)"))
    }
    if let leaf = field.type.leaf, checked.contains(leaf) {
      plans.append(CheckPlan(verb: "nested", arguments: head))
    }
    return plans
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
