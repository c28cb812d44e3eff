import Contract

extension Planner {
  /// The limits of a property that its Swift type can break.
  func checks(of field: Field) -> [Constraints.Limit] {
    checks(field.constraints, field.type)
  }

  private func checks(_ constraints: Constraints, _ type: TypeUse) -> [Constraints.Limit] {
    constraints.limits.filter { limit in
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
    let own = checks(of: field).map { ".\(name($0))(\(value($0)))" }.joined()
    return own + (field.type.leaf.map(checked.contains) == true ? ".nested()" : "")
  }

  /// The statements that check what a call carries outside a JSON body, which checks itself.
  func limitSteps(_ parameter: Parameter, _ name: String) -> [OperationPlan.Step] {
    let head = "\(Literal.string(parameter.name)), \(name)"
    var steps: [OperationPlan.Step] = []
    let limits = checks(parameter.constraints, parameter.type)
    if !limits.isEmpty {
      let arguments = limits.map(argument).joined(separator: ", ")
      steps.append(OperationPlan.Step(verb: "limits.check", arguments: "\(head), \(arguments)"))
    }
    if let leaf = parameter.type.leaf, checked.contains(leaf) {
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
