import Contract

extension Planner {
  /// Whether a record has a property with limits that its Swift type can break.
  func isLimited(_ record: Record) -> Bool {
    record.fields.indices.contains {
      isLimited(record.fields[$0].constraints, record.fields[$0].type)
    }
      || record.additional.map { !calls(record.additionalConstraints, $0).isEmpty } == true
  }

  private func isLimited(_ constraints: Constraints, _ type: TypeUse) -> Bool {
    !constraints.isEmpty && !calls(constraints, type).isEmpty
  }

  private func checks(_ constraints: Constraints, _ type: TypeUse) -> [Constraints.Limit] {
    if constraints.limits.isEmpty { return [] }
    let kinds = alternatives(type)
    return constraints.limits.filter { limit in kinds.contains { Self.concerns(limit, $0) } }
  }

  /// The types that a value may have, null aside; more than one where it is told by its kind.
  private func alternatives(_ type: TypeUse) -> [TypeUse] {
    if case .nullable(let type) = type { return alternatives(type) }
    guard case .named(let id) = type, case .choice(let choice) = contract.shape(of: id),
      choice.selection == .shape
    else { return [type] }
    return choice.variants.map(\.type)
  }

  private static func concerns(_ limit: Constraints.Limit, _ type: TypeUse) -> Bool {
    switch limit {
    case .minLength, .maxLength, .pattern:
      switch type {
      case .string(.plain), .string(.url), .string(.uuid), .string(.base64): true
      default: false
      }
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf:
      switch type {
      case .integer(.named), .number(.named): false
      case .integer, .number: true
      default: false
      }
    case .minItems, .maxItems, .uniqueItems: if case .list = type { true } else { false }
    case .minProperties, .maxProperties: if case .map = type { true } else { false }
    }
  }

  /// The calls behind a field that name its limits: `.minLength(1).nested()`.
  func limits(_ field: Field) -> String {
    limits(field.constraints, field.type)
  }

  private func limits(_ constraints: Constraints, _ type: TypeUse) -> String {
    let nested = isChecked(type) ? ".nested()" : ""
    return constraints.isEmpty ? nested : calls(constraints, type) + nested
  }

  /// Whether values have limits inside.
  func isChecked(_ type: TypeUse) -> Bool { type.leaf.map { checked[$0] } ?? false }

  /// The calls behind the field that keeps the keys without a name.
  func additionalLimits(_ record: Record) -> String {
    guard let type = record.additional else { return "" }
    if isChecked(type) { return ".nested()" }
    let calls = calls(record.additionalConstraints, type)
    return calls.isEmpty ? "" : ".each { $0\(calls) }"
  }

  private func calls(_ constraints: Constraints, _ type: TypeUse) -> String {
    if constraints.isEmpty { return "" }
    let own = checks(constraints, type).map { ".\(name($0))(\(value($0)))" }.joined()
    guard let elements = constraints.elements.first,
      let element = alternatives(type).lazy.compactMap(\.element).first
    else { return own }
    let calls = calls(elements, element)
    return calls.isEmpty ? own : own + ".each { $0\(calls) }"
  }

  /// The calls behind a parameter that name its limits.
  func limits(_ parameter: Parameter) -> String {
    limits(parameter.constraints, parameter.type)
  }

  /// The statement that checks a form, whose parts do not check themselves, or a body that is no
  /// record.
  func limitSteps(_ content: Content, _ name: String) -> [OperationPlan.Step] {
    let limits = calls(content.constraints, content.type)
    if !limits.isEmpty {
      return [
        OperationPlan.Step(verb: "limited", arguments: "\"body\", \(name)", limits: limits)
      ]
    }
    guard content.kind == .multipart, form(content) != nil, isChecked(content.type) else {
      return []
    }
    return [OperationPlan.Step(verb: "limits.all", arguments: "of: \(name)")]
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
      Literal.bound(value)
    case .pattern(let value): Literal.string(value)
    case .uniqueItems: ""
    }
  }
}
