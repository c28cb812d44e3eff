import Contract

extension Planner {
  func parameter(
    _ index: Int, of parameters: [Parameter], names: [String], _ scope: inout NameScope
  ) -> ParameterPlan {
    let parameter = parameters[index]
    // A path's `id` and a query's `id` are told apart by their places.
    let first = names.firstIndex(of: names[index]) ?? index
    let isElsewhere = parameters[first].location != parameter.location
    let wanted = ReservedWords.member(
      isElsewhere
        ? Identifier.member("\(parameter.location.rawValue) \(parameter.name)") : names[index])
    let type = swiftType(parameter.type, in: Self.client)
    let value = parameter.isRequired || type.hasSuffix("?") ? type : type + "?"
    let usual = parameter.isRequired ? parameter.constant.flatMap(Literal.scalar) : "nil"
    let suffix = usual.map { " = \($0)" } ?? ""
    if Self.inside.contains(wanted) {
      let name = scope.take(wanted + "Value", at: nil).name
      return ParameterPlan(
        declaration: "\(wanted) \(name): \(value)\(suffix)", name: name, isDefaulted: usual != nil)
    }
    let name = scope.take(wanted, at: nil).name
    return ParameterPlan(
      declaration: "\(name): \(value)\(suffix)", name: name, isDefaulted: usual != nil)
  }

  /// The statements that put a parameter into the call and name its limits.
  func steps(_ parameter: Parameter, _ name: String) -> [OperationPlan.Step] {
    var step = self.step(parameter, name)
    let limits = self.limits(parameter)
    if parameter.location != .queryString {
      step.limits = limits
    } else if !limits.isEmpty {
      let head = "\(Literal.string(parameter.name)), \(name)"
      return [step, OperationPlan.Step(verb: "limited", arguments: head, limits: limits)]
    }
    return [step]
  }

  /// The statement that puts a parameter into the call; what the style does anyway is left out.
  private func step(_ parameter: Parameter, _ name: String) -> OperationPlan.Step {
    if parameter.location == .queryString {
      let label = parameter.style == .simple ? "" : "\(parameter.style.rawValue): "
      return OperationPlan.Step(verb: "queryString", arguments: label + name)
    }
    var arguments = Literal.string(parameter.name)
    if parameter.style == .json {
      return OperationPlan.Step(
        verb: parameter.location.rawValue, arguments: "\(arguments), json: \(name)")
    }
    arguments += ", \(name)"
    let usual: Parameter.Style =
      parameter.location == .path || parameter.location == .header ? .simple : .form
    if parameter.style != usual { arguments += ", style: .\(parameter.style.rawValue)" }
    let explodes = [.form, .deepObject, .cookie].contains(parameter.style)
    if parameter.explode != explodes, isCompound(parameter.type) {
      arguments += ", explode: \(parameter.explode)"
    }
    if parameter.allowsReserved { arguments += ", allowReserved: true" }
    return OperationPlan.Step(verb: parameter.location.rawValue, arguments: arguments)
  }

  /// Whether exploding makes a difference to the values of a type.
  func isCompound(_ use: TypeUse) -> Bool {
    switch use {
    case .boolean, .integer, .number, .string: false
    case .nullable(let type): isCompound(type)
    case .named(let id): if case .enumeration = contract.shape(of: id) { false } else { true }
    default: true
    }
  }
}
