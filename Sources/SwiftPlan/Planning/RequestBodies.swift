import Contract

extension Planner {
  func bodyParameter(
    _ form: BodyForm, isRequired: Bool, _ scope: inout NameScope
  ) -> ParameterPlan {
    let type = bodyType(form.content)
    let head = "\(form.label) body: \(type)"
    let optional = type.hasSuffix("?") ? " = nil" : "? = nil"
    return ParameterPlan(
      declaration: isRequired ? head : head + optional, name: "body", isDefaulted: !isRequired)
  }

  private func bodyType(_ content: Content) -> String {
    switch content.kind {
    case .json, .form: swiftType(content.type, in: Self.client)
    case .jsonLines: "[\(swiftType(content.type, in: Self.client))]"
    case .multipart:
      self.form(content) == nil ? "[\(word("Part"))]" : swiftType(content.type, in: Self.client)
    case .text, .events: word("String")
    case .binary: word("RequestBody")
    }
  }

  /// A parameter of a method for a header of a part.
  struct PartHeader {
    var plan: ParameterPlan
    var note: String?
  }

  /// The headers of parts that a caller gives, in the order of the parts. None must be given, because
  /// a part may be absent.
  func headerParameters(_ form: BodyForm, _ scope: inout NameScope) -> [PartHeader] {
    guard self.form(form.content) != nil else { return [] }
    var headers: [PartHeader] = []
    for part in form.content.parts {
      for header in part.headers where header.constant == nil {
        let parameter = header.parameter
        let wanted = Identifier.member("\(part.key) \(parameter.name)")
        let name = scope.take(ReservedWords.member(wanted), at: nil).name
        let type = swiftType(parameter.type, in: Self.client)
        headers.append(
          PartHeader(
            plan: ParameterPlan(
              declaration: "\(name): \(type.hasSuffix("?") ? type : type + "?") = nil", name: name,
              isDefaulted: true),
            note: parameter.documentation.text.map(opening)))
      }
    }
    return headers
  }

  mutating func bodyStep(
    _ form: BodyForm, _ name: String, type: String?, isRequired: Bool, headers: [String]
  ) -> OperationPlan.Step {
    let suffix = type.map { ", contentType: \($0)" } ?? ""
    switch form.content.kind {
    case .json: return OperationPlan.Step(verb: "body", arguments: "json: \(name)\(suffix)")
    case .jsonLines: return OperationPlan.Step(verb: "body", arguments: "lines: \(name)\(suffix)")
    case .text, .events:
      return OperationPlan.Step(verb: "body", arguments: "text: \(name)\(suffix)")
    case .binary: return OperationPlan.Step(verb: "body", arguments: "\(name)\(suffix)")
    case .form:
      return OperationPlan.Step(
        verb: "body", arguments: "form: \(name)\(formFields(form.content))")
    case .multipart:
      guard let record = self.form(form.content) else {
        let parts = isRequired ? name : "\(name) ?? []"
        return OperationPlan.Step(verb: "body", arguments: "multipart: \(parts)")
      }
      let access = isRequired ? name : "\(name)?"
      return OperationPlan.Step(
        verb: "body", arguments: "multipart:", items: parts(form.content, record, access, headers),
        suffix: record.additional != nil
          ? " + \(word("Part")).fields(\(access).additionalProperties)" : "")
    }
  }

  /// The fields of a form that are not written in the usual way.
  private func formFields(_ content: Content) -> String {
    let fields = content.parts.compactMap { part -> String? in
      let key = Literal.string(part.key)
      if part.contentType?.lowercased().hasSuffix("json") == true { return "\(key): .json" }
      let style = part.style ?? .form
      let explode = part.explode ?? (style == .form || style == .deepObject)
      let written: [Parameter.Style] = [
        .form, .spaceDelimited, .pipeDelimited, .tabDelimited, .deepObject,
      ]
      let isUsual =
        !part.allowsReserved
        && (part.style == nil && part.explode == nil || style == .form && explode)
      guard written.contains(style), !isUsual else { return nil }
      let reserved = part.allowsReserved ? ", allowReserved: true" : ""
      return "\(key): .style(.\(style.rawValue), explode: \(explode)\(reserved))"
    }
    return fields.isEmpty ? "" : ", fields: [\(fields.joined(separator: ", "))]"
  }

  /// The record whose properties are the parts of a form; a form of any other type is given as parts.
  func form(_ content: Content) -> Record? {
    guard case .named(let id) = content.type, case .record(let record) = contract.shape(of: id),
      !record.fields.isEmpty, !record.isPositional
    else { return nil }
    return record
  }

  /// The parts of a multipart form, each as a call that makes it; an absent value makes none.
  private mutating func parts(
    _ content: Content, _ record: Record, _ access: String, _ headers: [String]
  ) -> [String] {
    let headers = headerCalls(content, headers)
    let names = content.type.leaf.map { propertyNames(of: record, $0) } ?? []
    return zip(record.fields, names).map { field, name -> String in
      let verb = self.verb(field.type)
      let written = content.parts.first { $0.key == field.key }?.contentType
      // The description's is often a list of those allowed.
      let isTyped = written?.contains(",") != true && written?.contains("*") != true
      let type = isTyped ? written.map { ", contentType: \(Literal.string($0))" } ?? "" : ""
      // A file that may be null and absent is one that may be absent.
      let isBoth = field.isNullable && (!field.isRequired || field.isReadOnly)
      let isUnwrapped = isBoth && (verb.hasPrefix("file") || verb == "each")
      let stored = PropertyPlan.storage(name, field.documentation.isDeprecated)
      let value = "\(access).\(stored)\(isUnwrapped ? "?.value" : "")"
      let own = headers[field.key] ?? ""
      return verb == "each"
        ? ".json(\(Literal.string(field.key)), each: \(value)\(type))\(own)"
        : ".\(verb)(\(Literal.string(field.key)), \(value)\(type))\(own)"
    }
  }

  /// What adds the headers to each part, by the part's name; `names` are those that a caller gives.
  private func headerCalls(_ content: Content, _ names: [String]) -> [String: String] {
    var names = names[...]
    var calls: [String: String] = [:]
    for part in content.parts {
      for header in part.headers {
        let parameter = header.parameter
        let constant = header.constant.flatMap(Literal.scalar)
        let value = constant ?? names.popFirst() ?? "nil"
        let label = parameter.style == .json ? "json: " : ""
        let explode = parameter.explode && isCompound(parameter.type) ? ", explode: true" : ""
        calls[part.key, default: ""] +=
          ".header(\(Literal.string(parameter.name)), \(label)\(value)\(explode))"
      }
    }
    return calls
  }

  private func verb(_ use: TypeUse) -> String {
    switch use {
    case .string(.binary): "file"
    case .list(.string(.binary)): "files"
    case .nullable(let type): verb(type)
    case .map, .any: "json"
    case .list(let item): isCompound(item) ? "each" : "field"
    case .named(let id): if case .record = contract.shape(of: id) { "json" } else { "field" }
    case .boolean, .integer, .number, .string: "field"
    }
  }
}
