import Contract

extension Planner {
  /// The methods of an operation: one for the preferred form of its body, one more for each other
  /// form that has a Swift shape of its own, and all of them again for other forms of the answer.
  mutating func operations(_ index: Int) -> [OperationPlan] {
    let operation = contract.operations[index]
    let forms = operation.body.map { bodyForms($0) } ?? []
    var plans: [OperationPlan] = []
    for answer in [nil] + alternatives(operation) {
      if forms.isEmpty { plans.append(self.operation(index, form: nil, answer: answer)) }
      for form in forms { plans.append(self.operation(index, form: form, answer: answer)) }
    }
    return plans
  }

  private mutating func operation(
    _ index: Int, form: BodyForm?, answer: AnswerForm?
  ) -> OperationPlan {
    let operation = contract.operations[index]
    let signature = self.signature(operation, form)
    let name = self.name(index, as: answer)
    let failures = ownFailures(index)
    var outcome = self.outcome(operation, typeWords(index, name), answer)
    outcome.type?.isDeclared = form == nil || form?.label == "_"
    let security = ownSecurity(index)
    let idempotency = self.idempotency(operation)
    let accept = self.accept(operation, answer, of: outcome).map(Literal.string)
    let isChanged = [security, idempotency, signature.server, accept].contains { $0 != nil }
    return OperationPlan(
      index: index, name: name, id: Literal.string(Identifier.bare(name)),
      documentation: documentation(operation, signature.notes, answer: answer),
      isDeprecated: operation.documentation.isDeprecated, method: method(operation.method),
      // What follows a number sign tells operations apart in a description and is never sent.
      path: Literal.string(
        escaped(Substring(operation.path.utf8.prefix { $0 != UInt8(ascii: "#") }))),
      route: "\(operation.method) \(escaped(operation.path[...]))",
      parameters: signature.parameters,
      parameterLines: lines(
        signature.parameters,
        room: room(name, outcome.result), indent: 4),
      isBuilt: isChanged || !signature.steps.isEmpty || !failures.isEmpty,
      security: security, server: signature.server.map { "\($0).url" }, accept: accept,
      idempotency: idempotency,
      steps: signature.steps + failures.map { .init(verb: "failure", arguments: $0.arguments) },
      reader: outcome.reader, result: outcome.result,
      outcomes: outcome.type, needsFoundation: needsFoundation(operation, form))
  }

  /// How much room parameters have on the line that a method begins on.
  private func room(_ name: String, _ result: String?) -> Int {
    let tail = ") async throws(\(word("APIError")))" + (result.map { " -> \($0)" } ?? "") + " {"
    return Page.width - 2 - "\(options.access) func \(name)(".width - tail.width
  }

  private func name(_ index: Int, as form: AnswerForm?) -> String {
    let suffix =
      switch form?.kind {
      case .json: form?.mediaType.map { Identifier.type(Self.subtype($0)) } ?? ""
      case .events: "Stream"
      case .jsonLines: "Lines"
      case .text: "Text"
      case .binary: "Bytes"
      case .form, .multipart, nil: ""
      }
    if suffix.isEmpty { return operationNames[index] }
    var name = Identifier.bare(operationNames[index]) + suffix
    while operationNames.contains(name) { name += "Answer" }
    return name
  }

  /// What a type for an operation begins with: `getItem` and `GetItem` get one each.
  private func typeWords(_ index: Int, _ name: String) -> String {
    let ending = Identifier.bare(name).dropFirst(Identifier.bare(operationNames[index]).count)
    return operationWords[index] + ending
  }

  private func needsFoundation(_ operation: Operation, _ form: BodyForm?) -> Bool {
    let answers = operation.responses.flatMap(\.contents)
    let contents = (form.map { [$0.content] } ?? []) + answers
    return operation.parameters.contains { needsFoundation($0.type) }
      || contents.contains { needsFoundation($0.type) }
  }

  func method(_ method: String) -> String {
    let known = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
    return known.contains(method)
      ? "." + method.lowercased() : ".init(rawValue: \(Literal.string(method)))"
  }

  /// A path as it may stand in an address: other characters escaped, names in braces left alone.
  private func escaped(_ path: Substring) -> String {
    if path.utf8.allSatisfy(Self.standsInAddress) { return String(path) }
    var isName = false
    var result = ""
    for scalar in path.unicodeScalars {
      if scalar == "{" || scalar == "}" { isName = scalar == "{" }
      if isName || scalar.isASCII && Self.standsInAddress(UInt8(scalar.value)) {
        result.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 16, uppercase: true)
          result += "%" + (digits.count == 1 ? "0" : "") + digits
        }
      }
    }
    return result
  }

  private static func standsInAddress(_ byte: UInt8) -> Bool {
    (33...126).contains(byte) && !unsafe.contains(byte)
  }

  private static let unsafe = Array("\"\\^`<>|".utf8)

  private func idempotency(_ operation: Operation) -> String? {
    switch operation.idempotency {
    case nil: nil
    case .safe: ".safe"
    case .some(.none): ".none"
    case .key(let header): ".key(\(Literal.string(header)))"
    }
  }

  /// An address with the variables' usual values.
  func address(_ server: Server) -> String {
    server.variables.reduce(server.url) { url, variable in
      url.replacing("{\(variable.name)}", with: variable.defaultValue)
    }
  }
}
