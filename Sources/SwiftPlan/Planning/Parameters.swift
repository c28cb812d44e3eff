import Contract

extension Planner {
  func parameter(_ parameter: Parameter, _ scope: inout NameScope) -> ParameterPlan {
    let wanted = ReservedWords.member(Identifier.member(parameter.name))
    let name = scope.take(wanted, at: nil).name
    let type = swiftType(parameter.type, in: Self.client)
    let declaration = parameter.isRequired ? "\(name): \(type)" : "\(name): \(type)? = nil"
    return ParameterPlan(declaration: declaration, name: name)
  }

  /// The statement that puts a parameter into the call; what the style does anyway is left out.
  func step(_ parameter: Parameter, _ name: String) -> OperationPlan.Step {
    var arguments = Literal.string(parameter.name)
    if parameter.style == .json {
      return OperationPlan.Step(
        verb: parameter.location.rawValue, arguments: "\(arguments), json: \(name)")
    }
    arguments += ", \(name)"
    let usual: Parameter.Style =
      parameter.location == .path || parameter.location == .header ? .simple : .form
    if parameter.style != usual { arguments += ", style: .\(parameter.style.rawValue)" }
    let explodes = parameter.style == .form || parameter.style == .deepObject
    if parameter.explode != explodes, isCompound(parameter.type) {
      arguments += ", explode: \(parameter.explode)"
    }
    if parameter.allowsReserved { arguments += ", allowReserved: true" }
    return OperationPlan.Step(verb: parameter.location.rawValue, arguments: arguments)
  }

  /// Whether exploding makes a difference to the values of a type.
  private func isCompound(_ use: TypeUse) -> Bool {
    switch use {
    case .boolean, .integer, .number, .string: false
    case .nullable(let type): isCompound(type)
    case .named(let id): if case .enumeration = contract.shape(of: id) { false } else { true }
    default: true
    }
  }

  mutating func bodyParameter(
    _ content: Content, _ label: String, isRequired: Bool, _ scope: inout NameScope
  ) -> ParameterPlan {
    let name = scope.take("body", at: nil).name
    let type = bodyType(content)
    let head = "\(label) \(name): \(type)"
    return ParameterPlan(declaration: isRequired ? head : head + "? = nil", name: name)
  }

  private func bodyType(_ content: Content) -> String {
    switch content.kind {
    case .json, .form, .events, .jsonLines: swiftType(content.type, in: Self.client)
    case .multipart:
      form(content) == nil ? "[\(word("Part"))]" : swiftType(content.type, in: Self.client)
    case .text: word("String")
    case .binary: word("RequestBody")
    }
  }

  mutating func bodyStep(_ content: Content, _ name: String, isRequired: Bool) -> OperationPlan.Step
  {
    switch content.kind {
    case .json, .events, .jsonLines:
      let type = content.mediaType.lowercased()
      let isUsual = type == "application/json" || type.contains("*")
      let suffix = isUsual ? "" : ", contentType: \(Literal.string(content.mediaType))"
      return OperationPlan.Step(verb: "body", arguments: "json: \(name)\(suffix)")
    case .form: return OperationPlan.Step(verb: "body", arguments: "form: \(name)")
    case .text:
      return OperationPlan.Step(
        verb: "body",
        arguments: "text: \(name), contentType: \(Literal.string(content.mediaType))")
    case .binary:
      let type = content.mediaType.contains("*") ? "application/octet-stream" : content.mediaType
      return OperationPlan.Step(
        verb: "body", arguments: "\(name), contentType: \(Literal.string(type))")
    case .multipart:
      guard let record = form(content) else {
        return OperationPlan.Step(
          verb: "body", arguments: "multipart: \(name)\(isRequired ? "" : " ?? []")")
      }
      let access = isRequired ? name : "\(name)?"
      return OperationPlan.Step(
        verb: "body", arguments: "multipart:", items: parts(content, record, access),
        suffix: record.additional != nil
          ? " + \(word("Part")).fields(\(access).additionalProperties)" : "")
    }
  }

  /// The record whose properties are the parts of a form; a form of any other type is given as parts.
  private func form(_ content: Content) -> Record? {
    guard case .named(let id) = content.type, case .record(let record) = contract.shape(of: id),
      !record.fields.isEmpty
    else { return nil }
    return record
  }

  /// The parts of a multipart form, each as a call that makes it; an absent value makes none.
  private mutating func parts(
    _ content: Content, _ record: Record, _ access: String
  ) -> [String] {
    let names = content.type.leaf.map { propertyNames(of: record, $0) } ?? []
    return zip(record.fields, names).map { field, name -> String in
      let part = content.parts.first { $0.key == field.key }
      // A file brings its own media type; the description's is often a list of those allowed.
      let isTyped = part?.isFile != true && part?.contentType?.contains(",") != true
      let type =
        part?.contentType.flatMap { isTyped ? ", contentType: \(Literal.string($0))" : nil } ?? ""
      let key = Literal.string(field.key)
      return ".\(verb(field, part))(\(key), \(access).\(name)\(type))"
    }
  }

  private func verb(_ field: Field, _ part: Content.Part?) -> String {
    let isList = if case .list = field.type { true } else { false }
    if part?.isFile == true { return isList ? "files" : "file" }
    if case .named(let id) = field.type {
      switch contract.shape(of: id) {
      case .record: return "json"
      case .choice, .enumeration, .alias, .duplicate: return "field"
      }
    }
    switch field.type {
    case .map, .any: return "json"
    case .list(let item): return isCompound(item) ? "json" : "field"
    default: return "field"
    }
  }
}
