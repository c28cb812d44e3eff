import Contract

/// Another form of an answer than the one that is asked for usually.
struct AnswerForm: Equatable {
  var kind: Content.Kind
  /// The media type, where others of the kind have other types.
  var mediaType: String?
}

extension Planner {
  /// How an answer is read and what comes of it.
  struct Outcome {
    var reader: String
    var result: String?
    var type: OutcomesPlan?
  }

  /// The answers that are no errors, those for the fewest statuses first; where none is named, what
  /// stands for all statuses.
  func successes(_ operation: Operation) -> [Response] {
    let exact = operation.responses.filter { if case .code = $0.status { true } else { false } }
    let ranges = operation.responses.filter { if case .range = $0.status { true } else { false } }
    let successes = (exact + ranges).filter(\.status.isSuccess)
    return successes.isEmpty ? operation.responses.filter { $0.status == .otherwise } : successes
  }

  /// The form of an answer that a method reads: the kind that it asks for, else the preferred one.
  private func content(_ response: Response, _ form: AnswerForm?) -> Content? {
    response.contents.first {
      $0.kind == form?.kind && (form?.mediaType == nil || form?.mediaType == $0.mediaType)
    } ?? response.contents.first
  }

  /// The other forms that an answer in JSON can be had in. Markup that says the same again is none.
  func alternatives(_ operation: Operation) -> [AnswerForm] {
    let successes = self.successes(operation)
    guard successes.first?.contents.first?.kind == .json else { return [] }
    let contents = successes.flatMap(\.contents)
    var forms: [AnswerForm] = []
    for case let (usual?, response) in successes.map({ ($0.contents.first, $0) }) {
      for other in response.contents where other.kind == .json && other.type != usual.type {
        let form = AnswerForm(kind: .json, mediaType: other.mediaType)
        if usual.kind == .json, !forms.contains(form) { forms.append(form) }
      }
    }
    return forms
      + [Content.Kind.events, .jsonLines, .text, .binary].filter { kind in
        contents.contains { $0.kind == kind && !Self.isMarkup($0.mediaType) }
      }.map { AnswerForm(kind: $0) }
  }

  static func isMarkup(_ mediaType: String) -> Bool {
    let name = mediaType.prefix { $0 != ";" }.lowercased()
    return ["xml", "html", "yaml", "plain", "*"].contains { name.hasSuffix($0) }
  }

  /// What an operation answers; `name` is its words for the name of a type.
  func outcome(_ operation: Operation, _ name: String, _ form: AnswerForm?) -> Outcome {
    let successes = self.successes(operation)
    let readings = successes.map { reading(content($0, form)) }
    guard let first = readings.first else { return Outcome(reader: "send") }
    if readings.allSatisfy({ $0.type == first.type && $0.reader == first.reader }) {
      return Outcome(reader: first.reader, result: first.type)
    }
    let typeName = resultName(name)
    var scope = NameScope(taken: ["init", "self"])
    let cases = successes.map { response -> OutcomesPlan.Case in
      let whole = self.whole(content(response, form))
      return OutcomesPlan.Case(
        name: scope.take(caseName(response.status), at: nil).name, type: whole.type,
        status: pattern(response.status), reading: whole.reader,
        documentation: DocComment.lines(
          [response.documentation.summary, response.documentation.text], indent: 4))
    }
    return Outcome(
      reader: "response", result: "\(options.namespace).\(typeName)",
      type: OutcomesPlan(
        name: typeName, cases: cases, streamed: streamed(successes, form), isDeclared: true))
  }

  /// The name of a choice of results, which no type of the description has.
  private func resultName(_ base: String) -> String {
    let names = ["\(base)Result", "\(base)Outcome", "\(base)Outcomes"]
    return names.first { !rootNames.contains($0) && $0 != options.namespace }
      ?? "\(base)OperationResult"
  }

  /// The media types of the answers that a method reads.
  func mediaTypes(_ operation: Operation, _ form: AnswerForm?) -> [String] {
    var types: [String] = []
    for response in successes(operation) {
      guard let chosen = content(response, form) else { continue }
      for content in response.contents
      where content.kind == chosen.kind && content.type == chosen.type {
        let isAsked = form == nil || !Self.isMarkup(content.mediaType)
        if isAsked, !types.contains(content.mediaType) { types.append(content.mediaType) }
      }
    }
    return types
  }

  /// The media types to ask for, where the reader's own are not right.
  func accept(_ operation: Operation, _ form: AnswerForm?, of outcome: Outcome) -> String? {
    let types = mediaTypes(operation, form)
    if types.isEmpty || types == ["application/json"] { return nil }
    if outcome.type != nil { return types.joined(separator: ", ") }
    if form?.kind == .text || form?.kind == .binary { return types.joined(separator: ", ") }
    if types.contains(where: { $0.contains("*") || !$0.contains("/") }) { return nil }
    let known = [
      "application/json", "text/event-stream", "application/jsonl", "application/x-ndjson",
      "text/plain", "application/octet-stream", "application/x-www-form-urlencoded",
    ]
    let isUsual = types.allSatisfy { type in
      let parts = type.lowercased().split(separator: ";")
      let parameters = parts.dropFirst().filter { !$0.contains("charset") }
      let essence = parts.first.map { $0.filter { $0 != " " } } ?? ""
      return known.contains(essence) && parameters.isEmpty
    }
    return isUsual ? nil : types.joined(separator: ", ")
  }

  private struct Reading {
    var reader: String
    var type: String?
  }

  private func reading(_ content: Content?) -> Reading {
    guard let content else { return Reading(reader: "send", type: nil) }
    let type = swiftType(content.type, in: Self.client)
    switch content.kind {
    case .json: return Reading(reader: "json", type: type)
    case .form: return Reading(reader: "form", type: type)
    case .text: return Reading(reader: "text", type: word("String"))
    case .binary, .multipart: return Reading(reader: "stream", type: word("ResponseBody"))
    case .events:
      return Reading(
        reader: content.isNamed ? "namedEvents" : "events", type: "\(word("EventStream"))<\(type)>")
    case .jsonLines: return Reading(reader: "lines", type: "\(word("JSONLines"))<\(type)>")
    }
  }

  /// How a body is taken from an answer that was read whole, because its status had to be seen first.
  private func whole(_ content: Content?) -> Reading {
    guard let content else { return Reading(reader: "", type: nil) }
    switch content.kind {
    case .json, .form:
      let reader = content.kind == .form ? "form" : "json"
      return Reading(
        reader: "try response.\(reader)()", type: swiftType(content.type, in: Self.client))
    case .text: return Reading(reader: "try response.text()", type: word("String"))
    case .events, .jsonLines:
      let (reader, type) = (self.reading(content).reader, self.reading(content).type)
      return Reading(reader: "try response.\(reader)()", type: type)
    case .binary, .multipart:
      return Reading(reader: "try response.stream()", type: word("ResponseBody"))
    }
  }

  /// The statuses whose answers are read as they arrive, as an expression; `nil` when none is.
  private func streamed(_ successes: [Response], _ form: AnswerForm?) -> String? {
    let isStreamed = { (response: Response) -> Bool in
      switch self.content(response, form)?.kind {
      case .binary, .multipart, .events, .jsonLines: true
      case .json, .form, .text, nil: false
      }
    }
    let some = successes.filter(isStreamed).map(\.status)
    if some.isEmpty { return nil }
    let codes = some.compactMap { if case .code(let code) = $0 { String(code) } else { nil } }
    let ranges = some.filter { if case .code = $0 { false } else { true } }.map(pattern)
    if ranges.isEmpty { return "[\(codes.joined(separator: ", "))]" }
    let others = successes.filter { !isStreamed($0) }.map(\.status)
    let without = others.compactMap {
      if case .code(let code) = $0 { String(code) } else { nil }
    }
    return "Set(\(ranges[0]))"
      + (without.isEmpty ? "" : ".subtracting([\(without.joined(separator: ", "))])")
  }

  private func caseName(_ status: Response.Status) -> String {
    switch status {
    case .code(200): "ok"
    case .code(201): "created"
    case .code(202): "accepted"
    case .code(203): "nonAuthoritative"
    case .code(204): "noContent"
    case .code(205): "resetContent"
    case .code(206): "partialContent"
    case .code(let code): "status\(code)"
    case .range, .otherwise: "success"
    }
  }

  private func pattern(_ status: Response.Status) -> String {
    switch status {
    case .code(let code): String(code)
    case .range(let hundred): "\(hundred)00..<\(hundred + 1)00"
    case .otherwise: "200..<300"
    }
  }

  /// The bodies that an error may have.
  func failureShapes(_ operation: Operation) -> [FailureShape] {
    let failing = operation.responses.filter {
      !$0.status.isSuccess && $0.contents.first?.kind == .json
    }
    return failing.compactMap { response in
      response.contents.first.map {
        FailureShape(response.status, swiftType($0.type, in: Self.client))
      }
    }
  }
}
