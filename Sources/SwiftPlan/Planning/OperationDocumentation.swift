import Contract

extension Planner {
  func documentation(
    _ operation: Operation, _ notes: [String], answer form: AnswerForm?
  ) -> [String] {
    let written = operation.documentation
    var paragraphs = [written.summary, written.text == written.summary ? nil : written.text]
    if written.summary == nil, written.text == nil {
      paragraphs = ["`\(operation.method) \(operation.path)`"]
    }
    switch form?.kind {
    case nil: break
    case .events, .jsonLines:
      paragraphs.append("The answer comes bit by bit, where the request asks for that.")
    case .json, .form, .multipart, .text, .binary:
      paragraphs.append(
        "The answer comes as \(mediaTypes(operation, form).map { "`\($0)`" }.joined(separator: ", "))."
      )
    }
    paragraphs += [headers(operation), links(operation), scopes(operation)]
    paragraphs.append(list(notes))
    paragraphs.append(see(written))
    return DocComment.lines(paragraphs, indent: 4)
  }

  /// Notes on parameters as the compiler's documentation has them.
  func list(_ notes: [String]) -> String? {
    guard notes.count > 1 else { return notes.first.map { "- Parameter \($0)" } }
    return "- Parameters:\n" + notes.map { "  - \($0)" }.joined(separator: "\n")
  }

  func firstLine(_ text: String) -> String {
    if text.isASCII {
      let bytes = text.utf8.drop { (0x0A...0x0D).contains($0) }
      return String(Substring(bytes.prefix { !(0x0A...0x0D).contains($0) }))
    }
    let scalars = text.unicodeScalars.drop { $0.isNewline }
    return String(Substring(scalars.prefix { !$0.isNewline }))
  }

  /// The headers of the answers, which a result does not hold.
  private func headers(_ operation: Operation) -> String? {
    var seen: Set<String> = []
    let headers = successes(operation).flatMap(\.headers).filter { seen.insert($0.name).inserted }
    if headers.isEmpty { return nil }
    let items = headers.map { header in
      "- `\(header.name)` as `.\(Identifier.bare(headerNames[HeaderIdentity(header)] ?? ""))`"
        + (header.documentation.text.map { ": \(firstLine($0))" } ?? "")
    }
    return "Headers of the answer, which `withResponse` gives:\n" + items.joined(separator: "\n")
  }

  /// What can be done with the answer next, by the names of the methods.
  private func links(_ operation: Operation) -> String? {
    let links = operation.responses.flatMap(\.links)
    if links.isEmpty { return nil }
    let items = links.map { link -> String in
      let index = contract.operations.firstIndex { $0.id == link.operation }
      let name = index.map { operationNames[$0].replacing("`", with: "") } ?? link.operation
      let body = link.body.map { ["the body `\($0)`"] } ?? []
      let values = link.values.map { "`\($0.name)` = `\($0.expression)`" } + body
      let server = link.server.map { " at `\($0)`" } ?? ""
      let text = link.documentation.text.map { ": \(firstLine($0))" } ?? ""
      return "- `\(link.name)` leads to `\(name)`\(server)"
        + (values.isEmpty ? "" : " with \(values.joined(separator: ", "))") + text
    }
    return "Links of the answer:\n" + items.joined(separator: "\n")
  }

  /// What a token must allow, one line for all credentials.
  private func scopes(_ operation: Operation) -> String? {
    if operation.scopes.isEmpty { return nil }
    let ways = operation.scopes.map { scopes in
      let names = scopes.names.map { "`\($0)`" }.joined(separator: ", ")
      let credential = contract.credentials[scopes.credential].name
      return names + (scopes.credential == mainCredential ? "" : " of `\(credential)`")
    }
    return "Scopes: \(ways.joined(separator: "; "))."
  }
}

extension Unicode.Scalar {
  fileprivate var isNewline: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
