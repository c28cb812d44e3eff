import Contract

extension Planner {
  /// The methods of an operation: one for the preferred form of its body, one more for each other
  /// form that has a Swift shape of its own.
  mutating func operations(_ index: Int) -> [OperationPlan] {
    let operation = contract.operations[index]
    guard let body = operation.body else {
      return [self.operation(index, content: nil, label: nil)]
    }
    var kinds: [String] = []
    var plans: [OperationPlan] = []
    for content in body.contents {
      let kind = Self.label(content.kind)
      if kinds.contains(kind) { continue }
      kinds.append(kind)
      plans.append(self.operation(index, content: content, label: plans.isEmpty ? "_" : kind))
    }
    return plans
  }

  private static func label(_ kind: Content.Kind) -> String {
    switch kind {
    case .json, .events, .jsonLines: "json"
    case .form: "form"
    case .multipart: "multipart"
    case .text: "text"
    case .binary: "bytes"
    }
  }

  private mutating func operation(
    _ index: Int, content: Content?, label: String?
  ) -> OperationPlan {
    let operation = contract.operations[index]
    var scope = NameScope(taken: ["call", "http", "response"])
    var required: [ParameterPlan] = []
    var defaulted: [ParameterPlan] = []
    var steps: [OperationPlan.Step] = []
    var notes: [String] = []
    for parameter in operation.parameters {
      let plan = self.parameter(parameter, &scope)
      if plan.declaration.contains(" = ") { defaulted.append(plan) } else { required.append(plan) }
      steps.append(step(parameter, plan.name))
      steps += limitSteps(parameter, plan.name)
      if let text = parameter.documentation.text {
        notes.append("\(plan.name): \(firstLine(text))")
      }
    }
    if let content, let label {
      let isRequired = operation.body?.isRequired ?? false
      let plan = bodyParameter(content, label, isRequired: isRequired, &scope)
      if isRequired { required.insert(plan, at: 0) } else { defaulted.insert(plan, at: 0) }
      steps.append(bodyStep(content, plan.name, isRequired: isRequired))
      steps += limitSteps(content, plan.name)
    }
    let name = operationNames[index]
    let parameters = required + defaulted
    let failures = self.failures(operation)
    var outcome = self.outcome(operation, name)
    outcome.type?.isDeclared = label == nil || label == "_"
    let security = self.security(operation)
    let idempotency = self.idempotency(operation)
    return OperationPlan(
      index: index, name: name, id: Literal.string(name.replacing("`", with: "")),
      documentation: documentation(operation, notes),
      isDeprecated: operation.documentation.isDeprecated, method: method(operation.method),
      path: Literal.string(operation.path), route: "\(operation.method) \(operation.path)",
      parameters: parameters,
      isWide: isWide(
        parameters,
        room: 100 - 4 - options.access.count - name.count - 42 - (outcome.result?.count ?? 0)),
      isBuilt: security != nil || idempotency != nil || !operation.servers.isEmpty
        || !steps.isEmpty || !failures.isEmpty,
      security: security, server: operation.servers.first.map { Literal.string($0.url) },
      idempotency: idempotency, steps: steps + failures, reader: outcome.reader,
      result: outcome.result, outcomes: outcome.type,
      needsFoundation: needsFoundation(operation))
  }

  private func needsFoundation(_ operation: Operation) -> Bool {
    let contents = (operation.body?.contents ?? []) + operation.responses.flatMap(\.contents)
    let isWhole = outcome(operation, "").type != nil
    return (operation.parameters.map(\.type) + contents.map(\.type)).contains(
      where: needsFoundation)
      || isWhole && contents.contains { $0.kind == .binary }
  }

  private func method(_ method: String) -> String {
    let known = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]
    return known.contains(method)
      ? "." + method.lowercased() : ".init(rawValue: \(Literal.string(method)))"
  }

  private func idempotency(_ operation: Operation) -> String? {
    switch operation.idempotency {
    case nil: nil
    case .safe: ".safe"
    case .some(.none): ".none"
    case .key(let header): ".key(\(Literal.string(header)))"
    }
  }

  private func firstLine(_ text: String) -> String {
    String(text.split(separator: "\n", omittingEmptySubsequences: true).first ?? "")
  }

  private func documentation(_ operation: Operation, _ notes: [String]) -> [String] {
    let written = operation.documentation
    var paragraphs = [written.summary, written.text == written.summary ? nil : written.text]
    if written.summary == nil, written.text == nil {
      paragraphs = ["`\(operation.method) \(operation.path)`"]
    }
    if !notes.isEmpty {
      paragraphs.append(
        "- Parameters:\n" + notes.map { "  - \($0)" }.joined(separator: "\n"))
    }
    if let link = written.link { paragraphs.append("See <\(link)>.") }
    return DocComment.lines(paragraphs, indent: 4)
  }
}
