import Contract
import YAML

/// What a method takes and how it goes into the call.
struct Signature {
  var parameters: [ParameterPlan] = []
  var steps: [OperationPlan.Step] = []
  /// Lines about single parameters.
  var notes: [String] = []
  /// The parameter that says where the call goes, where the operation has servers of its own.
  var server: String?
}

/// A form of a body that has a Swift shape of its own.
struct BodyForm {
  var content: Content
  /// `_` for the preferred form, else a word for the others.
  var label: String
  /// The media types that it can be sent in.
  var mediaTypes: [String]
}

extension Planner {
  /// The forms of a body, those that differ by their media type alone as one.
  func bodyForms(_ body: Contract.RequestBody) -> [BodyForm] {
    var forms: [BodyForm] = []
    for content in body.contents {
      let kind = Self.label(content.kind)
      let same = forms.firstIndex {
        Self.label($0.content.kind) == kind
          && swiftType($0.content.type, in: Self.client) == swiftType(content.type, in: Self.client)
      }
      if let same {
        forms[same].mediaTypes.append(content.mediaType)
        continue
      }
      var label = forms.isEmpty ? "_" : kind
      if forms.contains(where: { Self.label($0.content.kind) == kind }) {
        label = Identifier.member(Self.subtype(content.mediaType))
        while forms.contains(where: { $0.label == label }) { label += "Form" }
      }
      forms.append(
        BodyForm(
          content: content, label: label == "_" ? label : ReservedWords.member(label),
          mediaTypes: [content.mediaType]))
    }
    return forms
  }

  /// What tells a media type from others of its kind, as words.
  static func subtype(_ mediaType: String) -> String {
    let subtype = mediaType.prefix { $0 != ";" }.split(separator: "/").last ?? "other"
    return String(subtype).replacing("+", with: "-")
  }

  private static func label(_ kind: Content.Kind) -> String {
    switch kind {
    case .json: "json"
    case .jsonLines: "lines"
    case .form: "form"
    case .multipart: "multipart"
    case .text, .events: "text"
    case .binary: "bytes"
    }
  }

  /// The parameters of a method: the body, what must be given, then what may be.
  mutating func signature(_ operation: Operation, _ form: BodyForm?) -> Signature {
    var scope = NameScope(taken: Self.inside)
    var required: [ParameterPlan] = []
    var defaulted: [ParameterPlan] = []
    var signature = Signature()
    let names = operation.parameters.map { Identifier.member($0.name) }
    for (index, parameter) in operation.parameters.enumerated() {
      let plan = self.parameter(index, of: operation.parameters, names: names, &scope)
      if plan.isDefaulted { defaulted.append(plan) } else { required.append(plan) }
      signature.steps += steps(parameter, plan.name)
      if let note = note(parameter) { signature.notes.append("\(plan.label): \(note)") }
    }
    if let form {
      let isRequired = operation.body?.isRequired ?? false
      let body = bodyParameter(form, isRequired: isRequired, &scope)
      let type = contentType(form, &scope)
      if let text = operation.body?.documentation.text {
        signature.notes.append("body: \(opening(text))")
      }
      let headers = headerParameters(form, &scope)
      defaulted += headers.map(\.plan)
      signature.notes += headers.compactMap { header in
        header.note.map { "\(header.plan.label): \($0)" }
      }
      if isRequired { required.insert(body, at: 0) } else { defaulted.insert(body, at: 0) }
      if let plan = type.plan {
        if type.isRequired {
          required.insert(plan, at: isRequired ? 1 : 0)
        } else {
          defaulted.insert(plan, at: isRequired ? 0 : 1)
        }
        if let note = type.note { signature.notes.append("\(plan.label): \(note)") }
      }
      signature.steps.append(
        bodyStep(
          form, body.name, type: type.argument, isRequired: isRequired,
          headers: headers.map(\.plan.name)))
      signature.steps += limitSteps(form.content, body.name)
    }
    if let server = serverParameter(operation, &scope) {
      if server.plan.isDefaulted {
        defaulted.append(server.plan)
      } else {
        required.append(server.plan)
      }
      signature.server = server.plan.name
      signature.notes.append("\(server.plan.name): \(server.note)")
    }
    signature.parameters = required + defaulted
    return signature
  }

  /// One line on a parameter: what it means and what its absence does.
  private func note(_ parameter: Parameter) -> String? {
    let usual = parameter.isRequired ? nil : parameter.defaultValue?.scalar
    let only = parameter.isRequired || usual != nil ? nil : parameter.constant
    let texts = [
      parameter.documentation.isDeprecated ? "Deprecated." : nil,
      parameter.documentation.text.map { opening($0) },
      usual.flatMap(Literal.scalar).map { "Defaults to `\($0)`." },
      only.flatMap(Literal.scalar).map { "The only value is `\($0)`." },
      parameter.documentation.text == nil ? example(parameter.documentation) : nil,
    ]
    let note = texts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return note.isEmpty ? nil : note
  }

  /// Names that the method's own code uses.
  static let inside = ["call", "http", "response", "body"]

  /// How a method learns the media type of the body.
  struct ContentType {
    /// The parameter, where a caller may choose.
    var plan: ParameterPlan?
    var isRequired = false
    var note: String?
    /// The expression that gives the media type; `nil` when the runtime's own is right.
    var argument: String?
  }

  private func contentType(_ form: BodyForm, _ scope: inout NameScope) -> ContentType {
    let usual = Self.usualType(form.content.kind)
    let concrete = form.mediaTypes.filter { !$0.utf8.contains(UInt8(ascii: "*")) }
    let first = concrete.first ?? usual ?? form.content.mediaType
    let kind = form.content.kind
    if kind == .form || kind == .multipart { return ContentType() }
    let isOpen = concrete.count < form.mediaTypes.count && (kind == .binary || concrete.count > 1)
    // The boundary between parts is known to the caller alone.
    let isRequired = kind == .binary && first.hasPrefix("multipart/")
    guard concrete.count > 1 || isOpen || isRequired else {
      return ContentType(argument: first.lowercased() == usual ? nil : Literal.string(first))
    }
    let name = scope.take("contentType", at: nil).name
    let type = "\(name): \(word("String"))"
    let plan = ParameterPlan(
      declaration: isRequired ? type : "\(type) = \(Literal.string(first))", name: name,
      isDefaulted: !isRequired)
    let note =
      concrete.count > 1
      ? "One of \(concrete.map { "`\($0)`" }.joined(separator: ", "))."
      : "The media type of the body."
    return ContentType(plan: plan, isRequired: isRequired, note: note, argument: name)
  }

  private static func usualType(_ kind: Content.Kind) -> String? {
    switch kind {
    case .json: "application/json"
    case .jsonLines: "application/jsonl"
    case .binary: "application/octet-stream"
    case .text, .events, .form, .multipart: nil
    }
  }
}

extension ParameterPlan {
  /// The name that a caller writes.
  var label: String {
    String(
      Substring(declaration.utf8.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }))
  }
}
